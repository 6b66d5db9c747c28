package dev.lanescope.pipeline.template;

import io.pebbletemplates.pebble.error.PebbleException;
import io.pebbletemplates.pebble.extension.NodeVisitor;
import io.pebbletemplates.pebble.lexer.Token;
import io.pebbletemplates.pebble.lexer.TokenStream;
import io.pebbletemplates.pebble.node.BodyNode;
import io.pebbletemplates.pebble.node.RenderableNode;
import io.pebbletemplates.pebble.node.SetNode;
import io.pebbletemplates.pebble.node.expression.Expression;
import io.pebbletemplates.pebble.parser.Parser;
import io.pebbletemplates.pebble.template.EvaluationContextImpl;
import io.pebbletemplates.pebble.template.MacroAttributeProvider;
import io.pebbletemplates.pebble.template.PebbleTemplateImpl;
import io.pebbletemplates.pebble.tokenParser.TokenParser;
import io.pebbletemplates.pebble.utils.Pair;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.List;

/// The tags `import "file"`, `import "file" as name` and `from "file" import macro as name`.
///
/// The library's own work for one page only. Its `from` puts the macros into the very template that
/// asks for them, which is compiled once and serves many pages, and tells the second page that the
/// names are taken; and it is left out of templates that extend another. What is included twice can
/// import nothing by name. Here a page has what it imported, and importing twice is importing once.
///
/// @param tag which of the two
record ImportTag(String tag, OtherTemplates others) implements TokenParser {

    static final String IMPORT = "import";
    static final String FROM = "from";

    @Override
    public String getTag() {
        return tag;
    }

    /// A `set`, because of a template that extends another nothing else is carried out.
    @Override
    public RenderableNode parse(Token token, Parser parser) {
        TokenStream stream = parser.getStream();
        stream.next();
        Expression<?> file = parser.getExpressionParser().parseExpression();
        int line = token.getLineNumber();
        if (tag.equals(FROM)) {
            List<Pair<String, String>> names = names(stream);
            stream.expect(Token.Type.EXECUTE_END);
            return new SetNode(line, IMPORT, new Some(file, names, line, others));
        }
        boolean isNamed = stream.current().test(Token.Type.NAME, "as");
        if (isNamed) {
            stream.next();
        }
        String name = isNamed ? parser.getExpressionParser().parseNewVariableName() : IMPORT;
        stream.expect(Token.Type.EXECUTE_END);
        return new SetNode(line, name, new All(file, isNamed, line, others));
    }

    /// What macros are to be called, and what they are called where they come from.
    private static List<Pair<String, String>> names(TokenStream stream) {
        stream.expect(Token.Type.NAME, IMPORT);
        List<Pair<String, String>> names = new ArrayList<>();
        while (true) {
            String theirs = stream.expect(Token.Type.NAME).getValue();
            String ours = theirs;
            if (stream.current().test(Token.Type.NAME, "as")) {
                stream.next();
                ours = stream.expect(Token.Type.NAME).getValue();
            }
            names.add(new Pair<>(ours, theirs));
            if (!stream.current().test(Token.Type.PUNCTUATION, ",")) {
                return names;
            }
            stream.next();
        }
    }

    /// The macros of a template, to be called by their names.
    static final class Macros extends MacroAttributeProvider {

        private final PebbleTemplateImpl lender;

        Macros(PebbleTemplateImpl lender) {
            super(lender);
            this.lender = lender;
        }

        /// Refuses to call one that is not there; the library would say that of the lender.
        void check(String macro, int line, String template) {
            if (!lender.hasMacro(macro)) {
                throw noMacro(macro, lender.getName(), line, template);
            }
        }
    }

    private static PebbleException noMacro(String name, String from, int line, String template) {
        String why = "there is no macro " + name + " in template " + from;
        return new PebbleException(null, why, line, template);
    }

    private record All(Expression<?> file, boolean named, int line, OtherTemplates others)
            implements Expression<Object> {

        @Override
        public @Nullable Object evaluate(PebbleTemplateImpl self, EvaluationContextImpl context) {
            String from = String.valueOf(file.evaluate(self, context));
            PebbleTemplateImpl lender = others.get(from, line, self);
            if (named) {
                return new Macros(lender);
            }
            if (!context.getImportedTemplates().contains(lender)) {
                context.getImportedTemplates().add(lender);
            }
            return null;
        }

        @Override
        public int getLineNumber() {
            return line;
        }

        @Override
        public void accept(NodeVisitor visitor) {
            file.accept(visitor);
        }
    }

    /// Macros by name, in a template that holds nothing else; kept for the next page.
    private static final class Some implements Expression<Object> {

        private final Expression<?> file;
        private final List<Pair<String, String>> names;
        private final int line;
        private final OtherTemplates others;
        private @Nullable PebbleTemplateImpl lender;
        private @Nullable PebbleTemplateImpl lent;

        Some(
                Expression<?> file,
                List<Pair<String, String>> names,
                int line,
                OtherTemplates others) {
            this.file = file;
            this.names = names;
            this.line = line;
            this.others = others;
        }

        @Override
        public @Nullable Object evaluate(PebbleTemplateImpl self, EvaluationContextImpl context) {
            String from = String.valueOf(file.evaluate(self, context));
            PebbleTemplateImpl found = others.get(from, line, self);
            PebbleTemplateImpl macros = lent;
            if (macros == null || !found.equals(lender)) {
                macros = macros(found, from, self);
                lent = macros;
                lender = found;
            }
            context.getImportedTemplates().remove(macros);
            context.getImportedTemplates().addFirst(macros);
            return null;
        }

        private PebbleTemplateImpl macros(
                PebbleTemplateImpl found, String from, PebbleTemplateImpl self) {
            for (Pair<String, String> name : names) {
                if (!found.hasMacro(name.getRight())) {
                    throw noMacro(name.getRight(), from, line, self.getName());
                }
            }
            var only = new PebbleTemplateImpl(others.engine(), new BodyNode(line, List.of()), from);
            only.importNamedMacrosFromTemplate(from, names);
            return only;
        }

        @Override
        public int getLineNumber() {
            return line;
        }

        @Override
        public void accept(NodeVisitor visitor) {
            file.accept(visitor);
        }
    }
}
