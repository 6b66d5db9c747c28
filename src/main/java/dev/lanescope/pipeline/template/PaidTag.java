package dev.lanescope.pipeline.template;

import io.pebbletemplates.pebble.lexer.Token;
import io.pebbletemplates.pebble.lexer.TokenStream;
import io.pebbletemplates.pebble.node.ArgumentsNode;
import io.pebbletemplates.pebble.node.BodyNode;
import io.pebbletemplates.pebble.node.RenderableNode;
import io.pebbletemplates.pebble.node.RootNode;
import io.pebbletemplates.pebble.node.expression.Expression;
import io.pebbletemplates.pebble.node.expression.FilterInvocationExpression;
import io.pebbletemplates.pebble.parser.ExpressionParser;
import io.pebbletemplates.pebble.parser.Parser;
import io.pebbletemplates.pebble.parser.ParserOptions;
import io.pebbletemplates.pebble.parser.StoppingCondition;
import io.pebbletemplates.pebble.tokenParser.TokenParser;

import java.util.Map;

/// A tag whose steps are counted and whose expressions are paid for.
///
/// It hands the tag a parser of its own, because some nodes, such as that of `include ... with`, do
/// not show their expressions once they are made. What is printed between tags goes another way:
/// see [LeanTemplates].
record PaidTag(TokenParser tag, TemplateSteps steps) implements TokenParser {

    @Override
    public String getTag() {
        return tag.getTag();
    }

    @Override
    public RenderableNode parse(Token token, Parser from) {
        return steps.counted(tag.parse(token, new PaidParser(from, steps)));
    }

    /// What a tag sees of the parser. The tags within it are parsed by the library's own again.
    private record PaidParser(Parser parser, TemplateSteps steps) implements Parser {

        @Override
        public ExpressionParser getExpressionParser() {
            return new PaidExpressionParser(parser, steps);
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

        private final ExpressionParser parser;
        private final PaidExpressions paid;

        PaidExpressionParser(Parser parser, TemplateSteps steps) {
            super(parser, Map.of(), Map.of(), new ParserOptions());
            this.parser = parser.getExpressionParser();
            paid =
                    new PaidExpressions(
                            steps,
                            parser.getStream().getFilename(),
                            _ -> {}); // a body begins with its own tag
        }

        @Override
        public Expression<?> parseExpression() {
            Expression<?> expression = parser.parseExpression();
            paid.pay(expression);
            return expression;
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
