import java.lang.classfile.ClassBuilder;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassFile.ClassHierarchyResolverOption;
import java.lang.classfile.ClassHierarchyResolver;
import java.lang.classfile.ClassModel;
import java.lang.classfile.ClassTransform;
import java.lang.classfile.CodeBuilder;
import java.lang.classfile.Opcode;
import java.lang.classfile.instruction.InvokeDynamicInstruction;
import java.lang.constant.ClassDesc;
import java.lang.constant.ConstantDesc;
import java.lang.constant.MethodTypeDesc;
import java.util.zip.CRC32;

/// Packs the program into two jars: its classes, and its other files, so that whoever reads one of
/// these need not go through the names of all classes. On the way every switch over types becomes a
/// chain of `instanceof` in a method of its own: as the compiler leaves it, the JVM makes a class
/// for it where it is first reached, in each process anew, and its archives keep none of them.
///
/// The folders after the jars are that of the classes and those where what they use is found: who
/// joins two types in a method has to know both.
///
/// `java packaging/Pack.java target/lanescope.jar target/files.jar target/classes target/lib
/// target/javafx`
void main(String[] args) throws IOException {
    String[] folders = Arrays.copyOfRange(args, 2, args.length);
    Path classes = Path.of(folders[0]);
    try (var loader = loader(folders);
            var jar = new JarOutputStream(Files.newOutputStream(Path.of(args[0])));
            var others = new JarOutputStream(Files.newOutputStream(Path.of(args[1])));
            var files = Files.walk(classes)) {
        var format =
                ClassFile.of(
                        ClassHierarchyResolverOption.of(
                                ClassHierarchyResolver.ofResourceParsing(loader)));
        for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
            String name = classes.relativize(file).toString().replace(File.separatorChar, '/');
            byte[] bytes = Files.readAllBytes(file);
            if (name.endsWith(".class")) {
                add(jar, name, withPlainSwitches(format, bytes));
            } else {
                add(others, name, bytes);
            }
        }
    }
}

URLClassLoader loader(String[] folders) throws IOException {
    var places = new ArrayList<URL>();
    for (String folder : folders) {
        places.add(Path.of(folder).toUri().toURL());
        try (var files = Files.list(Path.of(folder))) {
            for (Path jar : files.filter(file -> file.toString().endsWith(".jar")).toList()) {
                places.add(jar.toUri().toURL());
            }
        }
    }
    return new URLClassLoader(places.toArray(URL[]::new));
}

/// Not compressed: all it is for is to be read fast.
void add(JarOutputStream jar, String name, byte[] bytes) throws IOException {
    var sum = new CRC32();
    sum.update(bytes);
    var entry = new JarEntry(name);
    entry.setMethod(JarEntry.STORED);
    entry.setSize(bytes.length);
    entry.setCrc(sum.getValue());
    jar.putNextEntry(entry);
    jar.write(bytes);
}

byte[] withPlainSwitches(ClassFile format, byte[] bytes) {
    ClassModel parsed = format.parse(bytes);
    var switches = new ArrayList<TypeSwitch>();
    ClassTransform calls =
            ClassTransform.transformingMethodBodies((code, element) -> {
                if (element instanceof InvokeDynamicInstruction site && TypeSwitch.isPlain(site)) {
                    var own = TypeSwitch.of(site, switches.size());
                    switches.add(own);
                    own.call(code, parsed);
                } else {
                    code.with(element);
                }
            });
    ClassTransform methods =
            ClassTransform.endHandler(type -> switches.forEach(own -> own.define(type)));
    byte[] plain = format.transformClass(parsed, calls.andThen(methods));
    return switches.isEmpty() ? bytes : plain;
}

/// One switch over types: which of some types, from a given one on, an object is of.
record TypeSwitch(String name, MethodTypeDesc type, List<ClassDesc> labels) {

    private static final ClassDesc BOOTSTRAPS = ClassDesc.of("java.lang.runtime.SwitchBootstraps");

    static TypeSwitch of(InvokeDynamicInstruction site, int number) {
        return new TypeSwitch(
                "typeSwitch$" + number,
                site.typeSymbol(),
                site.bootstrapArgs().stream().map(ClassDesc.class::cast).toList());
    }

    /// Whether a call is a switch over nothing but classes.
    static boolean isPlain(InvokeDynamicInstruction site) {
        return site.bootstrapMethod().owner().equals(BOOTSTRAPS)
                && site.bootstrapMethod().methodName().equals("typeSwitch")
                && site.bootstrapArgs().stream().allMatch(TypeSwitch::isClass);
    }

    private static boolean isClass(ConstantDesc label) {
        return label instanceof ClassDesc type && !type.isPrimitive();
    }

    void call(CodeBuilder code, ClassModel in) {
        boolean isInterface = (in.flags().flagsMask() & ClassFile.ACC_INTERFACE) != 0;
        code.invokestatic(in.thisClass().asSymbol(), name, type, isInterface);
    }

    void define(ClassBuilder in) {
        int flags = ClassFile.ACC_PRIVATE | ClassFile.ACC_STATIC | ClassFile.ACC_SYNTHETIC;
        in.withMethodBody(name, type, flags, this::body);
    }

    /// -1 for null, the number of the first label that fits, or how many labels there are.
    private void body(CodeBuilder code) {
        code.aload(0).ifThen(Opcode.IFNULL, none -> none.loadConstant(-1).ireturn());
        for (int at = 0; at < labels.size(); at++) {
            int label = at;
            code.iload(1).loadConstant(label);
            code.ifThen(
                    Opcode.IF_ICMPLE,
                    sought ->
                            sought.aload(0)
                                    .instanceOf(labels.get(label))
                                    .ifThen(fits -> fits.loadConstant(label).ireturn()));
        }
        code.loadConstant(labels.size()).ireturn();
    }
}
