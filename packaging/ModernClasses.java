import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassFile.ClassHierarchyResolverOption;
import java.lang.classfile.ClassFile.StackMapsOption;
import java.lang.classfile.ClassFileVersion;
import java.lang.classfile.ClassHierarchyResolver;
import java.lang.classfile.ClassTransform;
import java.lang.classfile.CodeTransform;

/// Writes libraries anew whose classes are older than Java 6. Such classes have no stack maps: the
/// JVM verifies them the slow way each time, and keeps them, and all that implements their
/// interfaces, out of its archives. The code of their methods stays what it is.
///
/// `java packaging/ModernClasses.java target/lib target/modern`
void main(String[] args) throws IOException {
    Path to = Path.of(args[1]);
    Files.createDirectories(to);
    for (Path jar : jars(to)) {
        Files.delete(jar);
    }
    for (Path jar : jars(Path.of(args[0]))) {
        try (var classes = new JarFile(jar.toFile())) {
            if (isOld(classes)) {
                writeAnew(classes, jar, to.resolve(jar.getFileName()));
            }
        }
    }
}

static final int FIRST_WITH_STACK_MAPS = ClassFile.JAVA_6_VERSION;

List<Path> jars(Path folder) throws IOException {
    try (var files = Files.list(folder)) {
        return files.filter(file -> file.toString().endsWith(".jar")).toList();
    }
}

boolean isClass(JarEntry entry) {
    return entry.getName().endsWith(".class") && !entry.getName().startsWith("META-INF/");
}

boolean isOld(JarFile jar) throws IOException {
    for (JarEntry entry : Collections.list(jar.entries())) {
        if (isClass(entry) && !entry.getName().endsWith("module-info.class")) {
            try (var in = jar.getInputStream(entry)) {
                byte[] head = in.readNBytes(8);
                return Byte.toUnsignedInt(head[7]) < FIRST_WITH_STACK_MAPS;
            }
        }
    }
    return false;
}

void writeAnew(JarFile old, Path jar, Path to) throws IOException {
    ClassTransform newer =
            (builder, element) -> {
                if (element instanceof ClassFileVersion) {
                    builder.withVersion(ClassFile.JAVA_8_VERSION, 0);
                } else {
                    builder.with(element);
                }
            };
    ClassTransform transform =
            newer.andThen(ClassTransform.transformingMethodBodies(CodeTransform.ACCEPT_ALL));
    try (var loader = new URLClassLoader(new URL[] {jar.toUri().toURL()});
            var out = new JarOutputStream(Files.newOutputStream(to))) {
        var format =
                ClassFile.of(
                        StackMapsOption.GENERATE_STACK_MAPS,
                        ClassHierarchyResolverOption.of(
                                ClassHierarchyResolver.ofResourceParsing(loader)));
        for (JarEntry entry : Collections.list(old.entries())) {
            byte[] bytes;
            try (var in = old.getInputStream(entry)) {
                bytes = in.readAllBytes();
            }
            if (isClass(entry)) {
                var parsed = format.parse(bytes);
                if (parsed.majorVersion() < FIRST_WITH_STACK_MAPS) {
                    bytes = format.transformClass(parsed, transform);
                }
            }
            out.putNextEntry(new JarEntry(entry.getName()));
            out.write(bytes);
        }
    }
}
