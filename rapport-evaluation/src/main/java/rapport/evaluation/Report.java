package rapport.evaluation;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.PrintWriter;
import java.util.List;
import java.util.Map;

/**
 * The outcome of a run: the same figures as a table for people and as a tree for programs.
 *
 * @param tree maps, lists, strings and numbers, in the shape that {@code measures.md} gives
 * @param table lines of text
 */
public record Report(Map<String, Object> tree, List<String> table) {

    private static final ObjectMapper JSON = new ObjectMapper();

    public Report {
        table = List.copyOf(table);
    }

    /** The table, a line each; or the tree as one line of JSON. */
    public void print(PrintWriter out, boolean json) {
        if (json) out.println(toJson());
        else table.forEach(out::println);
    }

    String toJson() {
        try {
            return JSON.writeValueAsString(tree);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a report holds maps, lists, strings and numbers only", e);
        }
    }
}
