package dev.lanescope.exchange.out;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// A piece of the tree in which a JFR file describes its types: a name, attributes and further
/// pieces, like an element of XML.
final class JfrElement {

    private final String name;
    private final Map<String, String> attributes = new LinkedHashMap<>();
    private final List<JfrElement> children = new ArrayList<>();

    JfrElement(String name) {
        this.name = name;
    }

    JfrElement with(String attribute, String value) {
        attributes.put(attribute, value);
        return this;
    }

    void add(JfrElement child) {
        children.add(child);
    }

    /// Makes a new child.
    JfrElement child(String childName) {
        var child = new JfrElement(childName);
        add(child);
        return child;
    }

    /// Writes all its strings, then the tree, in which they are numbers.
    void writeTo(Leb128 out) {
        var numbers = new LinkedHashMap<String, Integer>();
        collect(numbers);
        out.writeLong(numbers.size());
        numbers.keySet().forEach(text -> JfrChunk.writeText(out, text));
        writeTree(out, numbers);
    }

    private void collect(Map<String, Integer> numbers) {
        numbers.putIfAbsent(name, numbers.size());
        attributes.forEach((attribute, value) -> {
            numbers.putIfAbsent(attribute, numbers.size());
            numbers.putIfAbsent(value, numbers.size());
        });
        children.forEach(child -> child.collect(numbers));
    }

    private void writeTree(Leb128 out, Map<String, Integer> numbers) {
        out.writeLong(numbers.getOrDefault(name, 0));
        out.writeLong(attributes.size());
        attributes.forEach((attribute, value) -> {
            out.writeLong(numbers.getOrDefault(attribute, 0));
            out.writeLong(numbers.getOrDefault(value, 0));
        });
        out.writeLong(children.size());
        children.forEach(child -> child.writeTree(out, numbers));
    }
}
