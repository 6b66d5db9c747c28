package dev.lanescope.concurrency.code;

import com.sun.source.tree.CatchTree;
import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.ImportTree;
import com.sun.source.tree.ParameterizedTypeTree;
import com.sun.source.tree.ThrowTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.TreeScanner;

import java.io.IOException;
import java.net.URI;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import javax.lang.model.element.Modifier;
import javax.tools.JavaCompiler;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;

/// A source file as the JDK's own compiler reads it.
///
/// @param packageName e.g. `dev.lanescope.concurrency.threads`
/// @param imports full names of types by their simple ones
/// @param names every simple name that is used in it
record ReadSource(
        SourceFile file, String packageName, Map<String, String> imports, Set<String> names) {

    private static final String CONCURRENT = "java.util.concurrent.";

    ReadSource {
        imports = Map.copyOf(imports);
    }

    /// @throws CodeException if this Java has no compiler, or the compiler cannot read it
    static ReadSource of(String path, String text) throws CodeException {
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        if (compiler == null) {
            throw new CodeException(
                    "This Java has no compiler, which reads the models' source: start Lanescope with"
                            + " a JDK.");
        }
        var task =
                (JavacTask)
                        compiler.getTask(
                                null,
                                null,
                                _ -> {},
                                List.of("-proc:none"),
                                null,
                                List.of(new InMemory(path, text)));
        try {
            CompilationUnitTree unit = task.parse().iterator().next();
            var imports = new HashMap<String, String>();
            for (ImportTree each : unit.getImports()) {
                String name = each.getQualifiedIdentifier().toString();
                imports.put(name.substring(name.lastIndexOf('.') + 1), name);
            }
            var counts = new Counts(imports);
            counts.scan(unit, null);
            return new ReadSource(
                    new SourceFile(
                            path, text, CodeLines.in(text), counts.states, counts.failurePaths),
                    unit.getPackageName().toString(),
                    imports,
                    counts.names);
        } catch (IOException | RuntimeException e) {
            throw new CodeException("The compiler cannot read " + path + ": " + e.getMessage());
        }
    }

    private static final class InMemory extends SimpleJavaFileObject {
        private final String text;

        InMemory(String path, String text) {
            super(URI.create("string:///" + path), Kind.SOURCE);
            this.text = text;
        }

        @Override
        public CharSequence getCharContent(boolean ignoreEncodingErrors) {
            return text;
        }
    }

    private static final class Counts extends TreeScanner<Void, Void> {
        private final Map<String, String> imports;
        private final Set<String> names = new LinkedHashSet<>();
        private int states;
        private int failurePaths;

        Counts(Map<String, String> imports) {
            this.imports = imports;
        }

        @Override
        public Void visitClass(ClassTree type, Void nothing) {
            if (type.getKind() != Tree.Kind.INTERFACE) { // their fields are constants
                for (Tree member : type.getMembers()) {
                    states += member instanceof VariableTree field && changes(field) ? 1 : 0;
                }
            }
            return super.visitClass(type, nothing);
        }

        private boolean changes(VariableTree field) {
            return !field.getModifiers().getFlags().contains(Modifier.FINAL)
                    || isConcurrent(field.getType());
        }

        private boolean isConcurrent(Tree type) {
            return switch (type) {
                case ParameterizedTypeTree of -> isConcurrent(of.getType());
                case IdentifierTree name ->
                        imports.getOrDefault(name.getName().toString(), "").startsWith(CONCURRENT);
                default -> false;
            };
        }

        @Override
        public Void visitCatch(CatchTree node, Void nothing) {
            failurePaths++;
            return super.visitCatch(node, nothing);
        }

        @Override
        public Void visitThrow(ThrowTree node, Void nothing) {
            failurePaths++;
            return super.visitThrow(node, nothing);
        }

        @Override
        public Void visitIdentifier(IdentifierTree node, Void nothing) {
            names.add(node.getName().toString());
            return super.visitIdentifier(node, nothing);
        }
    }
}
