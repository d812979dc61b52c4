package rapport.web.api;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import rapport.record.Correction.Field;
import rapport.record.Correction.Verdict;
import rapport.store.Submission;
import rapport.web.page.Declined;
import rapport.web.page.Reviewer;

/** What a reviewer sent, by a form of the pages or as JSON, as the record takes it. */
public final class Submitted {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
    private static final int MOST_ASKED = 2; // more opinions settle nothing that two do not
    private static final Pattern WORDS = Pattern.compile("@(\\d{1,9})-(\\d{1,9})");

    /** Fields of the form in which a record is corrected, each with "was-" before it as it stood there. */
    private static final List<Field> CORRECTED =
            Arrays.stream(Field.values()).filter(Field::isValue).toList();

    /** Of these several values may be chosen, or none. */
    private static final Set<Field> LISTS = EnumSet.of(Field.ACTORS, Field.RECIPIENTS, Field.MODES, Field.CONTEXTS);

    private final Map<String, List<String>> form;
    private final String by;
    private final UnaryOperator<String> idOf;

    private Submitted(Map<String, List<String>> form, Reviewer reviewer, UnaryOperator<String> idOf) {
        this.form = form;
        this.by = by(given("by"), reviewer);
        this.idOf = idOf;
    }

    /**
     * @param idOf the id of an actor who is given by his name
     * @return what is to be stored together; at least one
     * @throws Declined if it says nothing, or not by whom
     */
    public static List<Submission> of(Map<String, List<String>> form, Reviewer reviewer, UnaryOperator<String> idOf) {
        return new Submitted(form, reviewer, idOf).submissions();
    }

    private String given(String name) {
        return form.getOrDefault(name, List.of()).stream()
                .findFirst()
                .orElse("")
                .strip();
    }

    private List<Submission> submissions() {
        if (given("token").isEmpty())
            throw Declined.badQuestion("\"token\": found nothing, expected that of a form. Open the page again.");
        if (!given("undo").isEmpty()) {
            return List.of(Submission.undo(given("undo"), by, seen(), given("token")));
        }
        List<Submission> all = new ArrayList<>();
        if (!given("who").isEmpty()) {
            all.addAll(named());
        } else if (!given("field").isEmpty()) {
            all.add(submission(given("field"), given("to")));
        }
        for (Field field : CORRECTED) {
            boolean isNamed = field == Field.ACTOR && !given("who").isEmpty();
            if (!isNamed) corrected(field).ifPresent(to -> all.add(submission(field.code(), to)));
        }
        for (Field field : List.of(Field.JOIN, Field.SPLIT)) {
            if (!given(field.code()).isEmpty()) all.add(identity(field));
        }
        if (!given("verdict").isEmpty()) all.add(submission(Field.VERDICT.code(), text(given("verdict"))));
        if (!given("comment").isEmpty()) all.add(submission(Field.COMMENT.code(), given("comment")));
        all.addAll(asked());
        if (all.isEmpty()) {
            throw Declined.badQuestion(
                    "found nothing new, expected a verdict, a comment or a field that is changed. Go back and choose one.");
        }
        return all;
    }

    /** One or two whose opinion is asked for. */
    private List<Submission> asked() {
        List<String> names = form.getOrDefault(Field.ASKED.code(), List.of()).stream()
                .map(String::strip)
                .filter(name -> !name.isEmpty())
                .distinct()
                .toList();
        if (names.size() > MOST_ASKED) {
            throw Declined.badQuestion("\"asked\": found " + names.size() + " names, expected at most " + MOST_ASKED
                    + ". Go back and leave some out.");
        }
        return names.stream()
                .map(name -> submission(Field.ASKED.code(), text(name)))
                .toList();
    }

    /** Somebody given by name: whom an actor, some of its mentions, or this one mention really stand for. */
    private List<Submission> named() {
        String who = who();
        if (given("field").equals(Field.SAME_AS.code())) return List.of(submission(Field.SAME_AS.code(), who));
        if (!given("field").equals("mentions")) return List.of(submission(Field.ACTOR.code(), who));
        List<String> mentions = form.getOrDefault("mention", List.of());
        if (mentions.isEmpty()) {
            throw Declined.badQuestion("\"mention\": found none, expected at least one. Go back and choose some.");
        }
        return mentions.stream()
                .map(mention ->
                        new Submission(mention, Field.ACTOR.code(), Optional.of(who), by, seen(), given("token")))
                .toList();
    }

    /** Somebody of the record, or one whom nobody knew yet. */
    private String who() {
        if (given("newKind").isEmpty()) return text(idOf.apply(given("who")));
        ObjectNode actor = NODES.objectNode().put("name", given("who")).put("kind", given("newKind"));
        if (!given("newCountry").isEmpty()) actor.put("country", given("newCountry"));
        return actor.toString();
    }

    /** Where there are accounts nobody speaks for another. */
    private static String by(String said, Reviewer reviewer) {
        if (!reviewer.isSignedIn()) {
            if (!said.isEmpty()) return said;
            throw Declined.badQuestion("\"by\": found no reviewer, expected a name. Give yours at /review.");
        }
        if (said.isEmpty() || said.equals(reviewer.name())) return reviewer.name();
        throw Declined.foreign("\"by\": found \"" + said + "\", expected the account that is signed in, \""
                + reviewer.name() + "\". Nothing has been stored.");
    }

    private Submission submission(String field, String to) {
        return new Submission(given("of"), field, Optional.of(to), by, seen(), given("token"));
    }

    private Optional<String> seen() {
        return Optional.of(given("seen")).filter(id -> !id.isEmpty());
    }

    /** The other event mention; behind a colon what is the last that was seen of both. */
    private Submission identity(Field field) {
        String[] other = given(field.code()).split(":", 2);
        // sent again after a conflict, "seen" is newer than what the choice bore
        Optional<String> seen =
                other.length > 1 && !other[1].isEmpty() && given("again").isEmpty() ? Optional.of(other[1]) : seen();
        return new Submission(given("of"), field.code(), Optional.of(text(other[0])), by, seen, given("token"));
    }

    /** The value if it is another than what stood in the form. */
    private Optional<String> corrected(Field field) {
        String name = field.code();
        if (!form.containsKey(name) && !form.containsKey("was-" + name)) return Optional.empty();
        if (LISTS.contains(field)) {
            List<String> values = form.getOrDefault(name, List.of()).stream()
                    .filter(value -> !value.isEmpty())
                    .toList();
            List<String> was = List.of(given("was-" + name).split(" "));
            if (form.containsKey("was-" + name)
                    && new TreeSet<>(values).equals(new TreeSet<>(was.equals(List.of("")) ? List.of() : was))) {
                return Optional.empty();
            }
            return Optional.of(list(values));
        }
        if (form.containsKey("was-" + name) && given(name).equals(given("was-" + name))) return Optional.empty();
        if (given(name).isEmpty()) return Optional.of("null");
        return Optional.of(field == Field.SOURCE ? role(given(name)) : text(given(name)));
    }

    private static String role(String value) {
        return list(List.of(value)).replaceAll("^\\[|\\]$", "");
    }

    /** Codes or ids; where words stand, somebody unknown. */
    private static String list(List<String> values) {
        ArrayNode list = NODES.arrayNode();
        for (String value : values) {
            Matcher words = WORDS.matcher(value);
            if (!words.matches()) {
                list.add(value);
                continue;
            }
            list.addObject()
                    .putNull("actor")
                    .putObject("span")
                    .put("start", Integer.parseInt(words.group(1)))
                    .put("end", Integer.parseInt(words.group(2)));
        }
        return list.toString();
    }

    private static String text(String value) {
        return NODES.textNode(value).toString();
    }

    // ---- as JSON

    /**
     * {@code {"of", "field", "to", "by", "seen", "token"}}; to undo, {@code {"undo", "by", "token"}}.
     *
     * @throws Declined if it is no JSON, or lacks a part
     */
    public static List<Submission> ofJson(String body, Reviewer reviewer) {
        try {
            JsonNode node = JSON.readTree(body);
            if (!node.isObject())
                throw Declined.badQuestion(
                        "found no JSON object, expected {\"of\", \"field\", \"to\", \"by\", \"token\"}.");
            String by = by(part(node, "by"), reviewer);
            Optional<String> seen = Optional.of(part(node, "seen")).filter(id -> !id.isEmpty());
            String token = required(node, "token");
            if (node.hasNonNull("undo")) return List.of(Submission.undo(part(node, "undo"), by, seen, token));
            String field = required(node, "field");
            JsonNode to = node.path("to");
            String value =
                    to.isMissingNode() ? "null" : field.equals(Field.COMMENT.code()) ? to.asText() : to.toString();
            return List.of(new Submission(required(node, "of"), field, Optional.of(value), by, seen, token));
        } catch (JsonProcessingException e) {
            throw Declined.badQuestion("found broken JSON, expected {\"of\", \"field\", \"to\", \"by\", \"token\"}.");
        }
    }

    private static String part(JsonNode node, String name) {
        return node.path(name).isTextual() ? node.get(name).textValue().strip() : "";
    }

    private static String required(JsonNode node, String name) {
        String value = part(node, name);
        if (value.isEmpty()) throw Declined.badQuestion("\"" + name + "\": found nothing, expected text. Add it.");
        return value;
    }

    /** Whether it says that a record is right as it stands. */
    public static boolean isAccepted(Submission submission) {
        return submission.field().equals(Field.VERDICT.code())
                && submission.to().filter(Verdict.ACCEPTED.json()::equals).isPresent();
    }
}
