package dev.lanescope.pipeline.template;

import io.pebbletemplates.pebble.attributes.AttributeResolver;
import io.pebbletemplates.pebble.attributes.ResolvedAttribute;
import io.pebbletemplates.pebble.node.ArgumentsNode;
import io.pebbletemplates.pebble.node.ForNode.LoopVariables;
import io.pebbletemplates.pebble.template.EvaluationContextImpl;

import org.jspecify.annotations.Nullable;

import java.util.Map;

/// What a template may ask of a value by name, without a method being called for it: what a map
/// holds, the key and the value of an entry of a map, and where a loop stands. Nothing else of
/// these has a name; what is left for the library are elements of lists and imported macros, for it
/// may call no method.
///
/// A map is asked first and at once: most of a page's template is a list of links.
final class PlainAttributes implements AttributeResolver {

    private final TemplateSteps steps;

    PlainAttributes(TemplateSteps steps) {
        this.steps = steps;
    }

    @Override
    public @Nullable ResolvedAttribute resolve(
            @Nullable Object instance,
            @Nullable Object name,
            Object @Nullable [] arguments,
            @Nullable ArgumentsNode given,
            EvaluationContextImpl context,
            String template,
            int line) {
        if (arguments == null && name instanceof String key) {
            if (instance instanceof Map<?, ?> map) {
                return new ResolvedAttribute(map.get(key));
            }
            if (instance instanceof LoopVariables loop) {
                return new ResolvedAttribute(of(loop, key));
            }
            if (instance instanceof Map.Entry<?, ?> entry) {
                return new ResolvedAttribute(of(entry, key));
            }
        }
        if (arguments != null && instance instanceof ImportTag.Macros macros) {
            macros.check(String.valueOf(name), line, template);
        }
        if (name != null) {
            steps.chargeHeld(name, line, template); // the library makes it a text
        }
        return null;
    }

    private static @Nullable Object of(LoopVariables loop, String name) {
        return switch (name) {
            case "index" -> loop.getIndex();
            case "revindex" -> loop.getRevindex().intValue();
            case "length" -> loop.getLength().intValue();
            case "first" -> loop.isFirst();
            case "last" -> loop.isLast();
            default -> null;
        };
    }

    private static @Nullable Object of(Map.Entry<?, ?> entry, String name) {
        return switch (name) {
            case "key" -> entry.getKey();
            case "value" -> entry.getValue();
            default -> null;
        };
    }
}
