package dev.lanescope.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// What an author of templates gets wrong is told in one sentence, with the template and the line.
@Timeout(60)
class TemplateMistakesTest {

    private static final String BUILT_IN =
            "; built in are [page, wide, home, posts, archive, year, terms, term, redirect]";

    private static final String MACROS = "{% macro hi(name) %}hi {{ name }}{% endmacro %}";

    private static final String MISTAKES =
            """
            {% from nothing import x %} => imports from nothing; what should name a template has no value
            {% from "nothing" import x %} => there is no template nothingBUILT_IN
            {% from "macros" import nope %} => there is no macro nope in template macros
            {% from "macros" import %} => Unexpected token of value "%}" and type EXECUTE_END, expected token of type NAME
            {% from "macros" %} => Unexpected token of value "%}" and type EXECUTE_END, expected token of type NAME
            {% import "macros" as m %}{{ m.nope() }} => there is no macro nope in template macros
            {% import "macros" %}{{ hi("a", "b") }} => a call does not fit: The argument at position 2 is not allowed. Only 1 argument(s) are allowed.
            {% import "macros" %}{{ hi(nam="a") }} => a call does not fit: The following named argument does not exist: nam
            {% import "nothing" %} => there is no template nothingBUILT_IN
            {% import nothing %} => imports nothing; what should name a template has no value
            {% include "nothing" %} => there is no template nothingBUILT_IN
            {% include nothing %} => includes nothing; what should name a template has no value
            {% include 5 %} => includes a number, and not a template by name
            {% include ["part"] %} => includes a list, and not a template by name
            {% include "part" with 5 %} => what stands after 'with' is no map, such as {"name": 1}
            {% include "own" %} => uses itself without end
            {% include "part.peb" %} => 'part.peb' is no template name; use a to z, 0 to 9 and dashes
            {% extends "nothing" %} => there is no template nothingBUILT_IN
            {% extends "own" %} => extends itself without end
            {% extends [1] %} => extends a list, and not a template by name
            {{ page.title | nofilter }} => Filter [nofilter] does not exist.
            {{ nofunction(1) }} => Function or Macro [nofunction] does not exist.
            {% if page.title is notest %}x{% endif %} => Test [notest] does not exist.
            {% if page.title | nofilter %}x{% endif %} => Filter [nofilter] does not exist.
            {% if [1] %}x{% endif %} => takes true or false, a text or a number; ask of a list whether it is empty
            {% if 5 > "a" %}x{% endif %} => Could not perform greater than comparison: one of its two values is no number
            {% if %}x{% endif %} => Unexpected token "EXECUTE_END" of value "%}"
            {% if page.title %}x => Unexpected end of template. Pebble was looking for the "endif" tag
            {% for x in page.tags %}x => Unexpected end of template. Pebble was looking for the "endfor" tag
            {% for x in 5 %}x{% endfor %} => Not an iterable object. Value = [5]
            {% for x page.tags %}x{% endfor %} => Unexpected token of value "page" and type NAME, expected token of type NAME
            {% for x in "abc" %}x{% endfor %} => Not an iterable object. Value = [abc]
            {% block a %}x => endblock tag should be present with block tag starting line number
            {% endif %} => Unexpected tag name "endif"
            {% else %} => Unexpected tag name "else"
            {% nosuch %} => Unexpected tag name "nosuch"
            {% macro m(a) %}{{ a }} => the tag 'macro' cannot be understood; is it closed?
            {% macro m() %}{{ m() }}{% endmacro %}{{ m() }} => uses itself without end
            {% set x %} => Unexpected token of value "%}" and type EXECUTE_END, expected token of type PUNCTUATION
            {% set x = %} => Unexpected token "EXECUTE_END" of value "%}"
            {% set 5 = x %} => Unexpected token of value "5" and type NUMBER, expected token of type NAME
            {{ 1 + "a" - 2 }} => Could not perform subtraction: one of its two values is no number
            {{ page.title * 2 }} => Could not perform multiplication: one of its two values is no number
            {{ page.tags * 2 }} => Could not perform multiplication: one of its two values is no number
            {{ nothing * 2 }} => Could not perform multiplication: one of its two values is no number
            {{ nothing + 2 }} => Could not perform addition: one of its two values is no number
            {{ 5 / 0 }} => Could not perform division: / by zero
            {{ 5 % 0 }} => Could not perform greater modulus: / by zero
            {{ -page.title }} => uses a value as what it cannot be: For input string: "A"
            {{ not page.tags }} => takes true or false, a text or a number; ask of a list whether it is empty
            {{ page.title.length }} => a template may call no method: length
            {{ page.tags.size }} => a template may call no method: size
            {{ page.title.toUpperCase() }} => a template may call no method: toUpperCase
            {{ page.title[""] }} => uses a value as what it cannot be
            {{ page.tags.0 }} => Unexpected token of value "0" and type NUMBER, expected token of type NAME
            {{ "unclosed }} => Unclosed \"""
            {{ page.title => a tag or an expression is not closed
            {{ page.title } => Unexpected "}"
            {{ }} => Unexpected token "PRINT_END" of value "}}"
            {{ page. }} => Unexpected token of value "}}" and type PRINT_END, expected token of type NAME
            {{ (1 + 2 }} => Unclosed ")"
            {{ [1, 2 }} => Unclosed "]"
            {{ {"a" 1} }} => Unexpected token of value "1" and type NUMBER, expected token of type PUNCTUATION
            {{ 1 ? 2 }} => Unexpected token of value "}}" and type PRINT_END, expected token of type PUNCTUATION
            {{ page.tags ? 1 : 2 }} => uses a value as what it cannot be
            {{ page.title | date("qqqq") }} => Could not parse the string 'A' into a date, with formatting: yyyy-MM-dd'T'HH:mm:ssZ
            {{ page.date | date("d MMM yyyy") }} => Could not parse the string '' into a date, with formatting: yyyy-MM-dd'T'HH:mm:ssZ
            {{ page.date | date("d MMM yyyy", existingFormat="yyyy-MM-dd") }} => Could not parse the string '' into a date, with formatting: yyyy-MM-dd
            {{ page.title | numberformat("#.##") }} => The input for the 'NumberFormat' filter has to be a number.
            {{ page.title | abs }} => The 'abs' filter does require as input a number.
            {{ 5 | slice(1, 2) }} => Slice filter can only be applied to String, List and array inputs. Actual type was: java.lang.Long
            {{ "abc" | slice(2, 9) }} => toIndex must be smaller than input size: 3
            {{ page.title | sort }} => Unsupported input type for sort filter
            {{ [1, "a"] | sort }} => 'sort' cannot do that with a list
            {{ [{"a": 1}, {"b": 1}] | sort }} => 'sort' cannot do that with a list
            {{ 5 | join(",") }} => The 'join' filter expects that the input is either a collection or an array.
            {{ 5 | first }} => 'first' cannot do that with a number
            {{ 5 | split(",") }} => 'split' cannot do that with a number
            {{ 5 | replace("a", "b") }} => a call does not fit: The argument at position 2 is not allowed. Only 1 argument(s) are allowed.
            {{ "a" | replace("a", "b") }} => a call does not fit: The argument at position 2 is not allowed. Only 1 argument(s) are allowed.
            {{ "%d" | format("a") }} => 'format' cannot do that with a text
            {{ "a" | base64decode }} => Please provide a correctly Base64 encoded string containing an UTF-8 string
            {{ "%%%" | base64decode }} => Please provide a correctly Base64 encoded string containing an UTF-8 string
            {{ "a" | merge([1]) }} => The object being filtered is not a Map/List/Array
            {{ max("a", 1) }} => 'max' cannot do that with what it is given
            {{ range(1, "z") }} => Arguments of range function must be of type Number or String with a length of 1
            {{ range("a") }} => Arguments of range function must be of type Number or String with a length of 1
            {{ "a" is even }} => 'even' cannot be asked of a text
            {{ nothing is even }} => Can not pass null value to "even" test.
            {{ block(5) }} => uses a value as what it cannot be
            {{ parent() }} => Can not use parent function if template does not extend another template.
            {% block a %}{{ parent() }}{% endblock %} => Can not use parent function if template does not extend another template.
            {{ 5 contains 5 }} => Contains operator can only be used on Collections, Maps and arrays. Actual type was: java.lang.Long
            {% for i in 1.."z" %}{% endfor %} => Arguments of range function must be of type Number or String with a length of 1
            {% autoescape "nothing" %}{{ page.title }}{% endautoescape %} => Unknown escaping strategy [nothing]
            {{ page.title | escape("nothing") }} => Unknown escaping strategy [nothing]
            {% filter nothing %}x{% endfilter %} => Filter [nothing] does not exist.
            {% verbatim %}{{ x }} => Unclosed verbatim tag.
            {# unclosed comment => Unclosed comment.
            {{ 1 == }} => Unexpected token "PRINT_END" of value "}}"
            {{ a b }} => Unexpected token of value "b" and type NAME, expected token of type PRINT_END
            {{ page.title | }} => Unexpected token of value "}}" and type PRINT_END, expected token of type NAME
            {{ page.title || 1 }} => Unexpected token of value "|" and type OPERATOR, expected token of type NAME
            {{ page.title && 1 }} => Unexpected character [&]
            {% for e in page.front %}{{ e.getKey() }}{% endfor %} => a template may call no method: getKey
            {{ "a" - "b" }} => Could not perform subtraction: one of its two values is no number
            {{ page[1] }} => a map is asked by a name, not by a number
            {% if page.title => a tag or an expression is not closed
            {{ page.title => a tag or an expression is not closed
            {{ true + 1 }} => Could not perform addition: one of its two values is no number
            """;

    @TempDir Path folder;

    @Test
    void a_mistake_is_told_where_it_stands() throws Exception {
        var site = new SmallSite(folder).with("_templates/macros.peb", MACROS);
        List<String> told = new ArrayList<>();
        for (String row : MISTAKES.lines().toList()) {
            String[] parts = row.split(" => ", 2);
            String name = "t" + (100 + told.size());
            site.with(name + ".md", "---\ntemplate: " + name + "\ntitle: A\n---\n");
            site.with(
                    "_templates/" + name + ".peb",
                    "one\ntwo {# a comment #}\n" + parts[0].replace("\"own\"", "\"" + name + "\""));
            told.add(
                    name
                            + ".md:2: template: _templates/"
                            + name
                            + ".peb:3: "
                            + parts[1].replace("BUILT_IN", BUILT_IN));
        }
        assertThat(site.render()).containsExactlyElementsOf(told);
    }

    @Test
    void a_template_that_is_not_utf_8_is_told_with_its_line_and_its_mark_is_no_text()
            throws Exception {
        var site = own("x");
        Path own = site.content().resolve("_templates/own.peb");
        Files.write(own, "one\ncaf\u00e9\n".getBytes(StandardCharsets.ISO_8859_1));
        assertThat(site.render())
                .singleElement()
                .asString()
                .contains("_templates/own.peb:2: ", "UTF-8");
        Files.writeString(own, "\uFEFF<p>{{ page.title }}</p>");
        assertThat(site.render()).isEmpty();
        assertThat(site.page("a.html")).startsWith("<p>");
    }

    @Test
    void a_mistake_in_another_template_is_told_where_that_stands() throws Exception {
        var site = own("{% include \"broken\" %}").with("_templates/broken.peb", "\n{% if %}");
        assertThat(site.render())
                .singleElement()
                .asString()
                .startsWith("a.md:2: template: _templates/broken.peb:2: Unexpected token");
        site.with("_templates/broken.peb", "\n\n{{ title | nofilter }}");
        assertThat(site.render())
                .singleElement()
                .asString()
                .startsWith("a.md:2: template: _templates/broken.peb:3: Filter [nofilter]");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{{ 99999999999999999999 }}",
                "{{ hi()() }}",
                "{% macro m(a) %}{% endmacro %}{% macro m(b) %}{% endmacro %}"
            })
    void a_mistake_that_the_library_meets_without_a_line_is_told_with_its_file(String template)
            throws Exception {
        assertThat(own(template).render())
                .singleElement()
                .asString()
                .startsWith("a.md:2: template: _templates/own.peb: ")
                .doesNotContain("please report", "Exception");
    }

    @Test
    void a_value_that_is_quoted_in_a_mistake_is_cut() throws Exception {
        String huge =
                "{% set x = \"xxxxxxxx\" %}{% for i in range(1, 15) %}{% set x = x ~ x %}"
                        + "{% endfor %}{% for c in x %}{% endfor %}";
        assertThat(own(huge).render()).singleElement().asString().hasSizeLessThan(400);
    }

    @Test
    void macros_are_imported_on_every_page_and_in_every_template() throws Exception {
        var site =
                new SmallSite(folder)
                        .with("a.md", "---\ntemplate: own\nfrom: macros\n---\n")
                        .with("b.md", "---\ntemplate: own\nfrom: others\n---\n")
                        .with("c.md", "---\ntemplate: child\n---\n")
                        .with("_templates/macros.peb", "{% macro hi(n) %}hi {{ n }}{% endmacro %}")
                        .with("_templates/others.peb", "{% macro hi(n) %}ho {{ n }}{% endmacro %}")
                        .with("_templates/part.peb", "{% import \"macros\" as m %}{{ m.hi(2) }}")
                        .with(
                                "_templates/own.peb",
                                "{% from page.front.from import hi as say %}{{ say(1) }} {% for i in"
                                        + " [1, 2] %}{% include \"part\" %}{% endfor %}")
                        .with(
                                "_templates/child.peb",
                                "{% extends \"page\" %}{% from \"macros\" import hi %}"
                                        + "{% import \"others\" as o %}"
                                        + "{% block article %}{{ hi(3) }}, {{ o.hi(4) }}{% endblock %}");
        assertThat(site.render()).isEmpty();
        assertThat(site.page("a.html")).isEqualTo("hi 1 hi 2hi 2");
        assertThat(site.page("b.html")).isEqualTo("ho 1 hi 2hi 2");
        assertThat(site.article("c.html")).isEqualTo("hi 3, ho 4");
    }

    private SmallSite own(String template) throws Exception {
        return new SmallSite(folder)
                .with("a.md", "---\ntemplate: own\n---\ntext\n")
                .with("_templates/macros.peb", MACROS)
                .with("_templates/own.peb", template);
    }
}
