package rapport.web.api;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import rapport.web.account.Session;
import rapport.web.page.Declined;

/** Signing in, for programs. */
public final class SignInTree {

    /** Where. */
    public static final String PATH = "/api/session";

    private static final ObjectMapper JSON = new ObjectMapper();

    private SignInTree() {}

    /** What a program sends. */
    public record Sent(String name, String password) {

        /** Not the password: this may come into a log. */
        @Override
        public String toString() {
            return name;
        }
    }

    /** @throws Declined if it is not {@code {"name", "password"}} */
    public static Sent of(String body) {
        try {
            JsonNode node = JSON.readTree(body);
            if (node.path("name").isTextual() && node.path("password").isTextual()) {
                return new Sent(
                        node.get("name").textValue(), node.get("password").textValue());
            }
        } catch (JsonProcessingException e) {
            // told below, without its words: they may be a password
        }
        throw Declined.badQuestion("found something else, expected {\"name\": text, \"password\": text}.");
    }

    /** What it gets. */
    public static Object of(String id, Session session) {
        Map<String, Object> tree = new LinkedHashMap<>();
        tree.put("token", id);
        tree.put("name", session.account().name());
        tree.put("until", session.until().toString());
        return tree;
    }

    /** For the OpenAPI document. */
    static Map<String, Object> methods() {
        Map<String, Object> post = new LinkedHashMap<>();
        post.put("summary", "Signs in, where accounts are demanded; sent with every other request as a bearer token");
        post.put("security", List.of());
        Map<String, Object> text = Map.of("type", "string");
        post.put("requestBody", Answers.body(Map.of("name", text, "password", text), List.of("name", "password")));
        Map<String, Object> responses = new LinkedHashMap<>();
        responses.put(
                "201",
                Map.of(
                        "description",
                        "{\"token\", \"name\", \"until\"}; ends after an hour without use and at \"until\""));
        responses.put("401", Map.of("description", "wrong name or password"));
        responses.put("404", Map.of("description", "there are no accounts, and no token is needed"));
        responses.put("429", Map.of("description", "too many tries; \"Retry-After\" says when the next is allowed"));
        post.put("responses", responses);
        Map<String, Object> delete = new LinkedHashMap<>();
        delete.put("summary", "Signs out: the token ends");
        delete.put("responses", Map.of("204", Map.of("description", "it has ended")));
        Map<String, Object> methods = new LinkedHashMap<>();
        methods.put("post", post);
        methods.put("delete", delete);
        return methods;
    }
}
