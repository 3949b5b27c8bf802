package tare.core.bank;

import java.util.List;
import java.util.Locale;
import java.util.function.BiConsumer;
import tare.core.channel.FieldScheme;

/// What describes a bank as JSON text, the only writer of it: no white space, properties in one
/// order, so that equal descriptions give equal bytes. The text counts towards a bank's identity
/// and never changes.
///
/// A real number is the shortest text that reads back the same, or one of the texts `NaN`,
/// `Infinity`, `-Infinity`. An array field has the property `length` besides.
///
/// ```json
/// {"name":"gain","version":1,"fields":[{"name":"pedestal","unit":"ADC","type":"F32"}]}
/// {"name":"raw id","fields":[{"name":"module","bits":12},{"name":"pixel","bits":17}]}
/// {"pulses":10,"flag":0,"extra":{"delay":{"whole":3},"scale":{"real":0.5},"source":{"text":"lab"}}}
/// ```
public final class CanonicalJson {
    private static final char FIRST_PRINTABLE = 0x20;

    private final StringBuilder text = new StringBuilder();

    private CanonicalJson() {}

    /// Layout, id scheme and header of a bank: `{"layout":…,"idScheme":…,"header":…}`.
    public static String of(BankLayout layout, FieldScheme idScheme, Header header) {
        var json = new CanonicalJson();
        json.raw("{\"layout\":").layout(layout);
        json.raw(",\"idScheme\":").scheme(idScheme);
        json.raw(",\"header\":").header(header);
        return json.raw("}").text.toString();
    }

    public static String of(BankLayout layout) {
        return new CanonicalJson().layout(layout).text.toString();
    }

    public static String of(FieldScheme scheme) {
        return new CanonicalJson().scheme(scheme).text.toString();
    }

    public static String of(Header header) {
        return new CanonicalJson().header(header).text.toString();
    }

    private CanonicalJson layout(BankLayout layout) {
        raw("{\"name\":").quoted(layout.name()).raw(",\"version\":").raw(layout.version());
        return raw(",\"fields\":").list(layout.fields(), CanonicalJson::field).raw("}");
    }

    private void field(FieldDefinition field) {
        raw("{\"name\":").quoted(field.name()).raw(",\"unit\":").quoted(field.unit());
        raw(",\"type\":").quoted(field.type().name());
        // Only where it says something: the text of layouts without arrays is what it always was.
        if (field.isArray()) raw(",\"length\":").raw(field.length());
        raw("}");
    }

    private CanonicalJson scheme(FieldScheme scheme) {
        raw("{\"name\":").quoted(scheme.name()).raw(",\"fields\":");
        return list(
                        scheme.fields(),
                        (json, field) ->
                                json.raw("{\"name\":")
                                        .quoted(field.name())
                                        .raw(",\"bits\":")
                                        .raw(field.bits())
                                        .raw("}"))
                .raw("}");
    }

    private CanonicalJson header(Header header) {
        raw("{\"pulses\":").raw(header.pulses()).raw(",\"flag\":").raw(header.flag());
        raw(",\"extra\":{");
        String separator = "";
        for (var entry : header.extra().entrySet()) {
            raw(separator).quoted(entry.getKey()).raw(":{").scalar(entry.getValue()).raw("}");
            separator = ",";
        }
        return raw("}}");
    }

    private CanonicalJson scalar(Scalar scalar) {
        return switch (scalar) {
            case Scalar.Whole(long value) -> raw("\"whole\":").raw(value);
            case Scalar.Real(double value) -> raw("\"real\":").real(value);
            case Scalar.Text(String value) -> raw("\"text\":").quoted(value);
        };
    }

    private CanonicalJson real(double value) {
        String number = Double.toString(value);
        return Double.isFinite(value) ? raw(number) : quoted(number);
    }

    private <T> CanonicalJson list(List<T> items, BiConsumer<CanonicalJson, T> one) {
        String separator = "[";
        for (T item : items) {
            raw(separator);
            one.accept(this, item);
            separator = ",";
        }
        return raw(items.isEmpty() ? "[]" : "]");
    }

    private CanonicalJson quoted(String value) {
        text.append('"');
        for (int i = 0; i < value.length(); i++) character(value.charAt(i));
        text.append('"');
        return this;
    }

    private void character(char c) {
        switch (c) {
            case '"' -> text.append("\\\"");
            case '\\' -> text.append("\\\\");
            case '\b' -> text.append("\\b");
            case '\f' -> text.append("\\f");
            case '\n' -> text.append("\\n");
            case '\r' -> text.append("\\r");
            case '\t' -> text.append("\\t");
            default -> {
                if (c >= FIRST_PRINTABLE) text.append(c);
                else text.append(String.format(Locale.ROOT, "\\u%04X", (int) c));
            }
        }
    }

    private CanonicalJson raw(long value) {
        text.append(value);
        return this;
    }

    private CanonicalJson raw(String part) {
        text.append(part);
        return this;
    }
}
