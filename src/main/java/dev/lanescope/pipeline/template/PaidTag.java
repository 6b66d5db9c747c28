package dev.lanescope.pipeline.template;

import io.pebbletemplates.pebble.lexer.Token;
import io.pebbletemplates.pebble.lexer.TokenStream;
import io.pebbletemplates.pebble.node.ArgumentsNode;
import io.pebbletemplates.pebble.node.BodyNode;
import io.pebbletemplates.pebble.node.RenderableNode;
import io.pebbletemplates.pebble.node.RootNode;
import io.pebbletemplates.pebble.node.expression.Expression;
import io.pebbletemplates.pebble.node.expression.FilterInvocationExpression;
import io.pebbletemplates.pebble.node.expression.MapExpression;
import io.pebbletemplates.pebble.parser.ExpressionParser;
import io.pebbletemplates.pebble.parser.Parser;
import io.pebbletemplates.pebble.parser.ParserOptions;
import io.pebbletemplates.pebble.parser.StoppingCondition;
import io.pebbletemplates.pebble.tokenParser.TokenParser;

import java.util.Map;
import java.util.Set;

/// A tag whose steps are counted, whose expressions are paid for, and whose mistakes are told with
/// their line.
///
/// It hands the tag a parser of its own, because some nodes, such as that of `include ... with`, do
/// not show their expressions once they are made. What is printed between tags goes another way:
/// see [LeanTemplates].
record PaidTag(TokenParser tag, TemplateSteps steps, OtherTemplates others) implements TokenParser {

    /// Tags that begin with the name of a template.
    private static final Set<String> NAMING =
            Set.of("include", "extends", ImportTag.IMPORT, ImportTag.FROM);

    @Override
    public String getTag() {
        return tag.getTag();
    }

    @Override
    public RenderableNode parse(Token token, Parser from) {
        boolean names = NAMING.contains(tag.getTag());
        try {
            return steps.counted(tag.parse(token, new PaidParser(from, this, names)));
        } catch (RuntimeException e) {
            String file = from.getStream().getFilename();
            String what = "the tag '" + tag.getTag() + "' cannot be understood; is it closed?";
            throw Mistake.at(token.getLineNumber(), file, what, e);
        }
    }

    /// What a tag sees of the parser. The tags within it are parsed by the library's own again.
    private static final class PaidParser implements Parser {

        private final Parser parser;
        private final PaidTag tag;
        private boolean namesNext;

        PaidParser(Parser parser, PaidTag tag, boolean namesNext) {
            this.parser = parser;
            this.tag = tag;
            this.namesNext = namesNext;
        }

        @Override
        public ExpressionParser getExpressionParser() {
            return new PaidExpressionParser(this);
        }

        /// The same expression with all that a tag may not know of.
        private Expression<?> guarded(Expression<?> expression) {
            if (namesNext) {
                namesNext = false;
                return tag.others().named(expression, tag.getTag());
            }
            return expression instanceof MapExpression // a tag asks whether it is one
                    ? expression
                    : new Mistake.Told(expression);
        }

        @Override
        public RootNode parse(TokenStream stream) {
            return parser.parse(stream);
        }

        @Override
        public BodyNode subparse() {
            return parser.subparse();
        }

        @Override
        public BodyNode subparse(StoppingCondition end) {
            return parser.subparse(end);
        }

        @Override
        public TokenStream getStream() {
            return parser.getStream();
        }

        @Override
        public String peekBlockStack() {
            return parser.peekBlockStack();
        }

        @Override
        public String popBlockStack() {
            return parser.popBlockStack();
        }

        @Override
        public void pushBlockStack(String name) {
            parser.pushBlockStack(name);
        }
    }

    private static final class PaidExpressionParser extends ExpressionParser {

        private final PaidParser of;
        private final ExpressionParser parser;
        private final PaidExpressions paid;

        PaidExpressionParser(PaidParser of) {
            super(of.parser, Map.of(), Map.of(), new ParserOptions());
            this.of = of;
            this.parser = of.parser.getExpressionParser();
            paid =
                    new PaidExpressions(
                            of.tag.steps(),
                            of.parser.getStream().getFilename(),
                            _ -> {}); // a body begins with its own tag
        }

        @Override
        public Expression<?> parseExpression() {
            Expression<?> expression = parser.parseExpression();
            paid.pay(expression);
            return of.guarded(expression);
        }

        @Override
        public ArgumentsNode parseArguments(boolean ofMacro) {
            ArgumentsNode arguments = parser.parseArguments(ofMacro);
            paid.pay(arguments);
            return arguments;
        }

        /// Only of the tag `filter`, which becomes something printed.
        @Override
        public FilterInvocationExpression parseFilterInvocationExpression() {
            return parser.parseFilterInvocationExpression();
        }

        @Override
        public String parseNewVariableName() {
            return parser.parseNewVariableName();
        }
    }
}
