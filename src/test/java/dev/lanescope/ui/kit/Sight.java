package dev.lanescope.ui.kit;

/// How a colour looks to an eye: the matrices of Machado, Oliveira and Fernandes (2009) at full
/// severity, on linear light; distances are CIE76 in Lab under D65.
enum Sight {
    NORMAL,
    PROTAN,
    DEUTAN,
    TRITAN;

    private double[] matrix() {
        return switch (this) {
            case NORMAL -> new double[] {1, 0, 0, 0, 1, 0, 0, 0, 1};
            case PROTAN ->
                    new double[] {
                        0.152286, 1.052583, -0.204868, 0.114503, 0.786281, 0.099216, -0.003882,
                        -0.048116, 1.051998
                    };
            case DEUTAN ->
                    new double[] {
                        0.367322, 0.860646, -0.227968, 0.280085, 0.672501, 0.047413, -0.011820,
                        0.042940, 0.968881
                    };
            case TRITAN ->
                    new double[] {
                        1.255528, -0.076749, -0.178779, -0.078411, 0.930809, 0.147602, 0.004733,
                        0.691367, 0.303900
                    };
        };
    }

    double distance(int one, int other) {
        double[] a = lab(one);
        double[] b = lab(other);
        return Math.sqrt(square(a[0] - b[0]) + square(a[1] - b[1]) + square(a[2] - b[2]));
    }

    private double[] lab(int argb) {
        double r = Argb.linear(argb >> 16);
        double g = Argb.linear(argb >> 8);
        double b = Argb.linear(argb);
        double[] matrix = matrix();
        double[] seen = new double[3];
        for (int row = 0; row < 3; row++) {
            double light = matrix[row * 3] * r + matrix[row * 3 + 1] * g + matrix[row * 3 + 2] * b;
            seen[row] = Math.clamp(light, 0, 1);
        }
        double x = f((0.4124564 * seen[0] + 0.3575761 * seen[1] + 0.1804375 * seen[2]) / 0.95047);
        double y = f(0.2126729 * seen[0] + 0.7151522 * seen[1] + 0.0721750 * seen[2]);
        double z = f((0.0193339 * seen[0] + 0.1191920 * seen[1] + 0.9503041 * seen[2]) / 1.08883);
        return new double[] {116 * y - 16, 500 * (x - y), 200 * (y - z)};
    }

    private static double f(double t) {
        return t > 0.008856 ? Math.cbrt(t) : 7.787 * t + 16.0 / 116;
    }

    private static double square(double d) {
        return d * d;
    }
}
