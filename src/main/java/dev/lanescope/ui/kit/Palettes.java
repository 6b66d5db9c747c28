package dev.lanescope.ui.kit;

import java.util.List;
import java.util.Map;

/// The two tables of colours. They are tuned by hand; PaletteTest holds what was tuned for.
///
/// Smallest CIE76 distance in a family under normal, protan, deutan and tritan sight (Machado,
/// Oliveira and Fernandes 2009, full severity): the six stages without `render` have 34/20/18/23
/// (dark) and 35/26/16/16 (light). The colour of `render` was searched for beside them: dark
/// `#C868A8` is 45/24/22/29 from its nearest, contrast 5.6 on the plot ground; light `#80245C` is
/// 43/28/19/26, contrast 8.5. A lighter orchid would be prettier in light, but under deutan sight
/// it is front matter (distance 4). `generate` likewise: dark `#FCFCB4` is 34/30/33/26 from its
/// nearest, light `#8A1BE0` 58/36/23/33.
final class Palettes {

    static final Palette DARK =
            new Palette(
                    new Palette.Ground(
                            Argb.of("#0d1117"),
                            Argb.of("#080b10"),
                            Argb.of("#161b22"),
                            Argb.of("#1c222b"),
                            Argb.of("#21262d"),
                            Argb.of("#30363d"),
                            Argb.of("#dbe2ea"),
                            Argb.of("#9aa4b0"),
                            Argb.of("#76808c"),
                            Argb.of("#58a6ff"),
                            Argb.of("#1f6feb"),
                            Argb.of("#3fb950"),
                            Argb.of("#d8a02b"),
                            Argb.of("#f85149"),
                            Argb.of("#ffffff"),
                            Argb.withAlpha(Argb.of("#58a6ff"), 0.14)),
                    Palette.stages(
                            List.of(
                                    "read", "#3F86DE",
                                    "front matter", "#96856E",
                                    "parse", "#52C7A3",
                                    "transform", "#DCC247",
                                    "render", "#C868A8",
                                    "generate", "#FCFCB4",
                                    "template", "#D9652E",
                                    "write", "#B3BEEE")),
                    Palette.states(
                            List.of(
                                    "queue", "#B5793A",
                                    "lock", "#8FCBD8",
                                    "channel", "#D0C53A",
                                    "io", "#8979CC",
                                    "gc", "#E65C86",
                                    "jit", "#A58BE0",
                                    "starting", "#8494AB",
                                    "inflation", "#AEB6C0",
                                    "preempted", "#9CCC65",
                                    "idle", "#59636F",
                                    "lost", "#F0483E")),
                    Map.of(
                            "sequential",
                            Argb.of("#8B949E"),
                            "fixed-pool",
                            Argb.of("#5B97FF"),
                            "virtual-threads",
                            Argb.of("#7FE9DB"),
                            "work-stealing",
                            Argb.of("#BFE59F"),
                            "isolated",
                            Argb.of("#CBACFE"),
                            "processes",
                            Argb.of("#FE9E46"),
                            "gil",
                            Argb.of("#F2646A"),
                            "event-loop",
                            Argb.of("#F6DC3A")));

    static final Palette LIGHT =
            new Palette(
                    new Palette.Ground(
                            Argb.of("#ffffff"),
                            Argb.of("#f6f8fa"),
                            Argb.of("#f6f8fa"),
                            Argb.of("#eef1f4"),
                            Argb.of("#e3e7eb"),
                            Argb.of("#d0d7de"),
                            Argb.of("#1f2328"),
                            Argb.of("#57606a"),
                            Argb.of("#6e7781"),
                            Argb.of("#0969da"),
                            Argb.of("#0969da"),
                            Argb.of("#1a7f37"),
                            Argb.of("#9a6700"),
                            Argb.of("#cf222e"),
                            Argb.of("#1f2328"),
                            Argb.withAlpha(Argb.of("#0969da"), 0.09)),
                    Palette.stages(
                            List.of(
                                    "read", "#2F86DD",
                                    "front matter", "#7C829C",
                                    "parse", "#14805F",
                                    "transform", "#AE8C00",
                                    "render", "#80245C",
                                    "generate", "#8A1BE0",
                                    "template", "#B0470A",
                                    "write", "#26358A")),
                    Palette.states(
                            List.of(
                                    "queue", "#7A4A0F",
                                    "lock", "#0E8492",
                                    "channel", "#847A1C",
                                    "io", "#3A2F8F",
                                    "gc", "#B8215E",
                                    "jit", "#6A4FB8",
                                    "starting", "#5C6B80",
                                    "inflation", "#6B747E",
                                    "preempted", "#4E7A1E",
                                    "idle", "#8C959F",
                                    "lost", "#CF222E")),
                    Map.of(
                            "sequential",
                            Argb.of("#696E79"),
                            "fixed-pool",
                            Argb.of("#0969DA"),
                            "virtual-threads",
                            Argb.of("#14544B"),
                            "work-stealing",
                            Argb.of("#447525"),
                            "isolated",
                            Argb.of("#6A1B9A"),
                            "processes",
                            Argb.of("#8A5200"),
                            "gil",
                            Argb.of("#C2202A"),
                            "event-loop",
                            Argb.of("#8D800B")));

    private Palettes() {}
}
