package tare.conditions.payload;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import tare.conditions.json.BankJson;
import tare.conditions.json.Json;
import tare.core.bank.Bank;
import tare.core.bank.BankLayout;
import tare.core.bank.CanonicalJson;
import tare.core.bank.Column;
import tare.core.bank.FieldDefinition;
import tare.core.bank.FieldType;
import tare.core.bank.Header;
import tare.core.channel.FieldScheme;
import tools.jackson.databind.JsonNode;

/// What a container says about its columns.
record Schema(BankLayout layout, FieldScheme idScheme, Header header) {
    private static final FieldDefinition ID = new FieldDefinition("id", "1", FieldType.I32);
    private static final FieldDefinition FLAG = new FieldDefinition("flag", "1", FieldType.I32);

    static Schema of(Bank bank) {
        return new Schema(bank.layout(), bank.idScheme(), bank.header());
    }

    /// A bank's columns in the order of the container: ids, flags, fields.
    static List<Column> columns(Bank bank) {
        var columns = new ArrayList<Column>(List.of(bank.ids(), bank.flags()));
        columns.addAll(bank.columns());
        return columns;
    }

    /// What the container's columns are, in its order.
    List<FieldDefinition> columns() {
        var columns = new ArrayList<FieldDefinition>(List.of(ID, FLAG));
        columns.addAll(layout.fields());
        return columns;
    }

    byte[] toBytes() {
        return CanonicalJson.of(layout, idScheme, header).getBytes(StandardCharsets.UTF_8);
    }

    /// @throws IllegalArgumentException if the bytes are no schema
    static Schema of(byte[] bytes) {
        JsonNode node = Json.read(new String(bytes, StandardCharsets.UTF_8));
        return new Schema(
                BankJson.layout(Json.property(node, "layout")),
                BankJson.scheme(Json.property(node, "idScheme")),
                BankJson.header(Json.property(node, "header")));
    }
}
