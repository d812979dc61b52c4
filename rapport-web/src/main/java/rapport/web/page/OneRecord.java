package rapport.web.page;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import rapport.record.Coded;
import rapport.record.Correction;
import rapport.record.Document;

/**
 * A statement or a mention that a reviewer looks at.
 *
 * @param coded the report, also with what is rejected in it
 * @param next the address of what comes behind it
 */
public record OneRecord(Waiting waiting, Coded coded, String id, String next) {

    static OneRecord of(Waiting waiting, Coded coded, List<String> ids, String id) {
        int place = ids.indexOf(id);
        if (place < 0) throw notFound(id);
        Way way = waiting.way();
        if (!way.isInReport()) return new OneRecord(waiting, coded, id, way.after(id));
        String next = place + 1 < ids.size()
                ? way.to(ids.get(place + 1))
                : "/report/" + coded.document().id();
        return new OneRecord(waiting, coded, id, next);
    }

    public Edition edition() {
        return waiting.edition();
    }

    public static Declined notFound(String id) {
        return Declined.notFound(
                "found \"" + id + "\", expected the id of a record. A report's page leads to its records;"
                        + " reading it again may have given them others.");
    }

    public Document document() {
        return coded.document();
    }

    public String address() {
        return waiting.way().to(id);
    }

    public String seen() {
        return edition().corrections().last(id);
    }

    public List<Correction> said() {
        return edition().corrections().of(id);
    }

    public boolean isRejected() {
        return edition().corrections().isRejected(id);
    }

    /** Who is named in the report, by name; whoever shares a name is told apart by the id. */
    public Map<String, String> people() {
        TreeSet<String> ids = new TreeSet<>();
        coded.mentions().forEach(mention -> mention.actor().ifPresent(ids::add));
        Map<String, String> people = new LinkedHashMap<>();
        ids.stream().sorted(Comparator.comparing(edition()::name)).forEach(id -> {
            String name = edition().name(id);
            people.put(id, people.containsValue(name) ? name + " (" + id + ")" : name);
        });
        return people;
    }
}
