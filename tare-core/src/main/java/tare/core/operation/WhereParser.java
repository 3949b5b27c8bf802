package tare.core.operation;

import java.util.ArrayList;
import java.util.List;

/// Reads the text of a [Where]: a name and its arguments in brackets, nested.
final class WhereParser {
    private static final int DEEPEST = 100;

    private final String text;
    private int at;
    private int depth;

    WhereParser(String text) {
        this.text = text;
    }

    Where whole() {
        Where where = where();
        if (at < text.length()) throw wrong("nothing more");
        return where;
    }

    private Where where() {
        if (++depth > DEEPEST) throw wrong("fewer brackets");
        String name = until('(');
        Where where =
                switch (name) {
                    case "not" -> Where.not(where());
                    case "all" -> new Where.All(list());
                    case "any" -> new Where.Any(list());
                    default -> leaf(name, until(')', false));
                };
        expect(')');
        depth--;
        return where;
    }

    private List<Where> list() {
        var wheres = new ArrayList<Where>();
        while (at < text.length() && text.charAt(at) != ')') {
            if (!wheres.isEmpty()) expect(',');
            wheres.add(where());
        }
        return wheres;
    }

    private Where leaf(String name, String inside) {
        String[] arguments = inside.split(",", -1);
        return switch (name) {
            case "among" -> new Where.Among(IdSet.parse(inside));
            case "notFinite" -> new Where.NotFinite(inside);
            case "flagged" -> new Where.Flagged(bits(arguments, 0), bits(arguments, 1));
            case "above" -> new Where.Above(arguments[0], real(arguments));
            case "below" -> new Where.Below(arguments[0], real(arguments));
            default -> throw wrong("a condition");
        };
    }

    private int bits(String[] arguments, int i) {
        if (arguments.length != 2) throw wrong("two arguments");
        return Integer.decode(arguments[i]);
    }

    private double real(String[] arguments) {
        if (arguments.length != 2) throw wrong("two arguments");
        return Double.parseDouble(arguments[1]);
    }

    private String until(char end) {
        return until(end, true);
    }

    private String until(char end, boolean isTaken) {
        int found = text.indexOf(end, at);
        if (found < 0) throw wrong("a '" + end + "'");
        String part = text.substring(at, found);
        at = isTaken ? found + 1 : found;
        return part;
    }

    private void expect(char wanted) {
        if (at >= text.length() || text.charAt(at) != wanted) throw wrong("'" + wanted + "'");
        at++;
    }

    private IllegalArgumentException wrong(String wanted) {
        return new IllegalArgumentException(
                "expected " + wanted + " at character " + at + " of condition '" + text + "'");
    }
}
