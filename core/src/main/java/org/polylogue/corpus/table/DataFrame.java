package org.polylogue.corpus.table;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Tables as pandas writes them as JSON: by columns, by the index, or split. */
final class DataFrame {

  private DataFrame() {}

  /** The rows of such a table; what is none is handed back. */
  static JsonNode rows(JsonNode root) {
    if (!root.isObject() || root.isEmpty()) {
      return root;
    }
    JsonNode columns = root.path("columns");
    JsonNode data = root.path("data");
    if (columns.isArray() && data.isArray() && data.path(0).isArray()) {
      return split(columns, data);
    }
    JsonNode first = root.elements().next();
    if (!first.isObject() || first.isEmpty()) {
      return root;
    }
    for (JsonNode value : root) {
      if (!value.isObject()) {
        return root;
      }
    }
    if (isReadable(names(root)) && first.elements().next().isValueNode()) {
      return byColumns(root);
    }
    return isReadable(names(first)) ? byIndex(root) : root;
  }

  private static boolean isReadable(List<String> names) {
    return ColumnMapping.guess(names).isReadable();
  }

  private static List<String> names(JsonNode object) {
    List<String> names = new ArrayList<>();
    object.fieldNames().forEachRemaining(names::add);
    return names;
  }

  private static JsonNode split(JsonNode columns, JsonNode data) {
    ArrayNode rows = JsonNodeFactory.instance.arrayNode();
    for (JsonNode cells : data) {
      ObjectNode row = rows.addObject();
      for (int i = 0; i < columns.size() && i < cells.size(); i++) {
        row.set(columns.get(i).asText(), cells.get(i));
      }
    }
    return rows;
  }

  private static JsonNode byColumns(JsonNode root) {
    Map<String, ObjectNode> rows = new LinkedHashMap<>();
    for (Map.Entry<String, JsonNode> column : root.properties()) {
      for (Map.Entry<String, JsonNode> cell : column.getValue().properties()) {
        rows.computeIfAbsent(cell.getKey(), key -> JsonNodeFactory.instance.objectNode())
            .set(column.getKey(), cell.getValue());
      }
    }
    return JsonNodeFactory.instance.arrayNode().addAll(rows.values());
  }

  private static JsonNode byIndex(JsonNode root) {
    ArrayNode rows = JsonNodeFactory.instance.arrayNode();
    root.forEach(rows::add);
    return rows;
  }
}
