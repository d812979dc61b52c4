package rapport.web.page;

import java.util.Optional;
import rapport.record.Coded;
import rapport.record.Event;

/** Where what a page names can be opened: on a page of its own, on the same page, or nowhere. */
public interface Links {

    Optional<String> actor(String id);

    Optional<String> event(String id);

    Optional<String> report(String id);

    Optional<String> dyad(String one, String other);

    Optional<String> line(String id);

    Optional<String> storyline(String id);

    /** Where a statement stands, under the report's marked text. */
    default Optional<String> statement(String document, String id) {
        return report(document);
    }

    /** Where a record can be judged and corrected. */
    default Optional<String> review(String id) {
        return Optional.empty();
    }

    /** Pages of the server. */
    Links SERVER = new Links() {
        @Override
        public Optional<String> actor(String id) {
            return Optional.of("/actor/" + part(id));
        }

        @Override
        public Optional<String> event(String id) {
            return Optional.of("/event/" + part(id));
        }

        @Override
        public Optional<String> report(String id) {
            return Optional.of("/report/" + part(id));
        }

        @Override
        public Optional<String> dyad(String one, String other) {
            return Optional.of(Query.address("/dyad", "one", one, "other", other));
        }

        @Override
        public Optional<String> line(String id) {
            return Optional.of(Query.address("/ledger") + "#" + part(id));
        }

        @Override
        public Optional<String> storyline(String id) {
            return Optional.of("/storyline/" + part(id));
        }

        @Override
        public Optional<String> statement(String document, String id) {
            return report(document).map(report -> report + "#" + part(id));
        }

        @Override
        public Optional<String> review(String id) {
            return Optional.of("/review/" + part(id));
        }
    };

    /** One page that holds these events and reports. */
    static Links within(Iterable<Event> events, Iterable<Coded> reports) {
        java.util.Set<String> there = new java.util.HashSet<>();
        events.forEach(event -> there.add(event.id()));
        reports.forEach(coded -> there.add(coded.document().id()));
        return new Links() {
            private Optional<String> anchor(String id) {
                return there.contains(id) ? Optional.of("#" + id) : Optional.empty();
            }

            @Override
            public Optional<String> actor(String id) {
                return Optional.empty();
            }

            @Override
            public Optional<String> event(String id) {
                return anchor(id);
            }

            @Override
            public Optional<String> report(String id) {
                return anchor(id);
            }

            @Override
            public Optional<String> dyad(String one, String other) {
                return Optional.empty();
            }

            @Override
            public Optional<String> line(String id) {
                return Optional.empty();
            }

            @Override
            public Optional<String> storyline(String id) {
                return Optional.empty();
            }
        };
    }

    /** As a part of a path: no slash in it leads anywhere else. */
    static String part(String id) {
        return Query.encoded(id).replace("+", "%20");
    }
}
