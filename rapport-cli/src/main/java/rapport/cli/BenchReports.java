package rapport.cli;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import rapport.ontology.ActorKind;
import rapport.ontology.EventType;
import rapport.ontology.KnownBy;
import rapport.ontology.Modality;
import rapport.ontology.Quotation;
import rapport.ontology.StatementKind;
import rapport.record.Actor;
import rapport.record.Coded;
import rapport.record.Document;
import rapport.record.EventMention;
import rapport.record.Ids;
import rapport.record.Role;
import rapport.record.Span;
import rapport.record.Statement;
import rapport.record.Time;

/**
 * Coded reports made up from a seed, for benchmarks of what reports tell together: no model has read them.
 *
 * <p>Events are told by a number of mentions drawn from a power law with exponent 2, up to 5,000 or a twentieth of all. A tenth of all mentions
 * are of one dyad, a fiftieth of one day. Events come in affairs, which have names in common; a sentence names some of an event's own words
 * and some that it has by chance, and its parties and day only mostly.
 */
final class BenchReports {

    private static final long SEED = 11; // any; fixed so that two runs are of the same
    private static final int LARGEST = 5000;
    private static final int REPORTS_OF_AN_EVENT = 500; // what is told more often is told several times in each
    private static final int MENTIONS_OF_A_REPORT = 10;
    private static final int SIDES = 150;
    private static final int DAYS = 1000;
    private static final LocalDate FIRST = LocalDate.of(2020, 1, 1);
    private static final String[] SYLLABLES =
            ("ba be bo da de do fa fe ga go ka ke ko la le lo ma me mo na ne no pa pe po ra re ro sa se so ta te to va ve vo za ze"
                            + " zo")
                    .split(" ");

    /** Of each type, words that carry it. */
    private static final List<List<String>> TRIGGERS = List.of(
            List.of("pledged", "promised", "agreed"),
            List.of("met", "visited", "hosted"),
            List.of("praised", "endorsed", "backed"),
            List.of("regretted", "pardoned", "yielded"),
            List.of("traded", "exercised", "cooperated"),
            List.of("supplied", "funded", "fed"),
            List.of("withdrew", "released", "disarmed"),
            List.of("demanded", "requested", "urged"),
            List.of("accused", "blamed", "indicted"),
            List.of("refused", "rejected", "vetoed"),
            List.of("threatened", "warned", "menaced"),
            List.of("protested", "marched", "rallied"),
            List.of("sanctioned", "expelled", "suspended"),
            List.of("mobilized", "deployed", "massed"),
            List.of("arrested", "seized", "deported"),
            List.of("shelled", "attacked", "bombed"));

    private record Happening(
            int number,
            int told,
            EventType type,
            int actor,
            int recipient,
            int day,
            List<String> words,
            List<String> affair) {}

    private final Random random = new Random(SEED);
    private final List<Coded> reports = new ArrayList<>();
    private final Map<String, Integer> truth = new HashMap<>();
    private final List<Actor> sides =
            IntStream.range(0, SIDES).mapToObj(this::side).toList();
    private final int mentions;
    private int made;
    private int ofOneDyad;
    private int ofOneDay;

    private BenchReports(int mentions) {
        this.mentions = mentions;
    }

    /** @param mentions event mentions, at least so many */
    static BenchReports of(int mentions) {
        BenchReports bench = new BenchReports(mentions);
        int events = 0;
        while (bench.made < mentions) events = bench.affair(events);
        return bench;
    }

    List<Coded> reports() {
        return reports;
    }

    /** Of each event mention, the number of the event that it tells. */
    Map<String, Integer> truth() {
        return truth;
    }

    private Actor side(int number) {
        String name = name(3);
        return new Actor(
                "side" + number,
                name,
                ActorKind.STATE,
                Optional.empty(),
                List.of(),
                List.of(),
                List.of(),
                List.of(name),
                Optional.empty(),
                KnownBy.DICTIONARY);
    }

    private String word(int syllables) {
        StringBuilder word = new StringBuilder();
        for (int i = 0; i < syllables; i++) word.append(SYLLABLES[random.nextInt(SYLLABLES.length)]);
        return word.toString();
    }

    private String name(int syllables) {
        String word = word(syllables) + "n";
        return word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1);
    }

    /** One to eight events between two sides within two weeks, and the reports of them. */
    private int affair(int events) {
        boolean isOneDyad = ofOneDyad < made / 10;
        boolean isOneDay = ofOneDay < made / 50;
        int actor = isOneDyad ? 0 : 2 + random.nextInt(SIDES - 2);
        int recipient = isOneDyad ? 1 : 2 + (actor - 1 + random.nextInt(SIDES - 3)) % (SIDES - 2);
        int day = isOneDay ? DAYS / 2 : random.nextInt(DAYS);
        List<String> names = List.of(name(3), name(4), name(3));
        List<Happening> told = new ArrayList<>();
        int all = 0;
        for (int i = 1 + random.nextInt(8); i > 0 && made + all < mentions; i--) {
            double drawn = random.nextDouble();
            int most = Math.min(LARGEST, mentions / 20);
            int size = Math.min(mentions - made - all, (int) (1 / (1 - drawn * (1 - 1.0 / most))));
            told.add(new Happening(
                    events++,
                    size,
                    EventType.values()[random.nextInt(EventType.values().length)],
                    actor,
                    recipient,
                    isOneDay ? day : day + random.nextInt(14),
                    List.of(word(3), word(3), word(4), word(3)),
                    names));
            all += size;
        }
        made += all;
        if (isOneDyad) ofOneDyad += all;
        if (isOneDay) ofOneDay += all;
        report(told, all);
        return events;
    }

    private void report(List<Happening> told, int all) {
        int count = (all + MENTIONS_OF_A_REPORT - 1) / MENTIONS_OF_A_REPORT;
        for (Happening happening : told) count = Math.max(count, Math.min(happening.told, REPORTS_OF_AN_EVENT));
        count = Math.min(count, Math.max(1, all / 6)); // few reports tell one thing only
        List<List<Happening>> contents = new ArrayList<>();
        for (int i = 0; i < count; i++) contents.add(new ArrayList<>());
        int next = 0;
        for (Happening happening : told) {
            for (int i = 0; i < happening.told; i++)
                contents.get(next++ % count).add(happening);
        }
        for (List<Happening> content : contents) if (!content.isEmpty()) report(content);
    }

    private void report(List<Happening> content) {
        String id = Ids.of('d', reports.size());
        StringBuilder text = new StringBuilder();
        List<EventMention> found = new ArrayList<>();
        List<Statement> statements = new ArrayList<>();
        for (Happening happening : content) {
            int start = text.length();
            boolean isSaid = random.nextInt(3) == 0;
            Actor actor = sides.get(happening.actor);
            Actor recipient = sides.get(happening.recipient);
            List<String> triggers = TRIGGERS.get(happening.type.ordinal());
            String trigger = triggers.get(random.nextInt(3) == 0 ? random.nextInt(3) : happening.number % 3);
            int left = random.nextInt(6); // one of the event's words is left out, mostly
            text.append(actor.name()).append(' ');
            int triggerAt = text.length();
            text.append(trigger);
            for (int i = 0; i < happening.words.size(); i++) {
                if (i != left) text.append(' ').append(happening.words.get(i));
            }
            text.append(" of ");
            int recipientAt = text.length();
            text.append(recipient.name()).append(" near ");
            text.append(happening.affair.get(random.nextInt(happening.affair.size())));
            for (int i = random.nextInt(4); i > 0; i--) text.append(' ').append(word(2));
            if (isSaid) text.append(", officials said");
            text.append('.');
            Span sentence = new Span(start, text.length());
            String mention = Ids.of('e', id, start);
            Span whole = new Span(start, text.length() - 1);
            if (isSaid) statements.add(statement(id, mention, sentence, whole, recipient));
            found.add(new EventMention(
                    mention,
                    id,
                    sentence,
                    happening.type,
                    List.of(),
                    List.of(),
                    new Span(triggerAt, triggerAt + trigger.length()),
                    List.of(role(actor, start)),
                    List.of(role(recipient, recipientAt)),
                    random.nextInt(2) == 0 ? Time.stated(FIRST.plusDays(happening.day)) : Time.UNKNOWN,
                    Optional.empty(),
                    modality(),
                    isSaid ? Optional.of(Ids.of('s', mention)) : Optional.empty(),
                    List.of(),
                    0.9));
            truth.put(mention, happening.number);
            text.append(' ');
        }
        Happening first = content.get(0);
        reports.add(new Coded(
                document(id, text.toString(), first.day + random.nextInt(4)),
                List.of(),
                statements,
                found,
                List.of(sides.get(first.actor), sides.get(first.recipient)),
                List.of()));
    }

    private Document document(String id, String text, int day) {
        return new Document(
                id,
                Optional.of("Outlet " + random.nextInt(60)),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Time.stated(FIRST.plusDays(day)),
                "en",
                text,
                id,
                id + ".txt");
    }

    private static Statement statement(String document, String mention, Span sentence, Span content, Actor source) {
        return new Statement(
                Ids.of('s', mention),
                document,
                sentence,
                Optional.of(new Role(Optional.of(source.id()), content)),
                Optional.empty(),
                List.of(content),
                Quotation.INDIRECT,
                StatementKind.CLAIM,
                Optional.empty(),
                List.of(),
                false,
                Optional.empty(),
                0.9);
    }

    private Role role(Actor actor, int at) {
        Optional<String> known = random.nextInt(7) == 0 ? Optional.empty() : Optional.of(actor.id());
        return new Role(known, new Span(at, at + actor.name().length()));
    }

    private Modality modality() {
        return switch (random.nextInt(10)) {
            case 0 -> Modality.DEMANDED;
            case 1 -> Modality.PROMISED;
            case 2 -> Modality.DENIED;
            default -> Modality.OCCURRED;
        };
    }
}
