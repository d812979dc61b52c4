package rapport.analysis.intake;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import rapport.analysis.Paragraphs;
import rapport.ontology.Basis;
import rapport.record.Dateline;
import rapport.record.Span;
import rapport.record.Time;

/**
 * What the text itself tells about a report: title, byline, outlet, dateline and day, and which of its words are furniture.
 *
 * <p>The title is the first paragraph that is no furniture, if it is short, has no final stop and more follows. A standfirst
 * needs no recognition: it is a sentence like others, and the lines around it are looked at by themselves. Lines at the head
 * and at the foot count as furniture if every piece of them is known ({@link FurnitureLine}); a name or a label alone only
 * between title and first sentence.
 *
 * <p>The day of publication: one that is called so, or stands on a line of its own; else that of an update; else that of the
 * dateline. The last two are inferred, and say from what.
 *
 * <p>Known miss: a title that ends in a full stop is a sentence; a byline below the title that is a single name in small
 * letters is a sentence, unless a day stands beside it; a subheading of two or three words in capitals right below the title
 * is taken for a byline.
 */
record Head(
        Optional<String> title,
        Optional<String> byline,
        Optional<String> outlet,
        Optional<Dateline> dateline,
        Time published,
        List<Span> furniture) {

    /** Paragraphs at the beginning and at the end in which such lines stand. */
    private static final int HEAD = 10;

    private static final int FOOT = 5;

    private static final int LONGEST_TITLE = 200;

    /** "Foreign Minister Rassendyll: " */
    private static final int LONGEST_LABEL = 30;

    /** A heading and what it introduces are shorter than the first paragraph of a report. */
    private static final int SHORTEST_LEAD = 60;

    /** The first paragraph of all may be a headline with a full stop. */
    private static final int SHORTEST_LEAD_UNTITLED = 150;

    /**
     * @param isTitled the first paragraph is known to be the title
     * @param known the day of publication, if the page tells it elsewhere
     */
    static Head of(String text, boolean isTitled, Optional<LocalDate> known) {
        return new Reader(text, isTitled, known).read();
    }

    private static final class Reader {

        private final String text;
        private final boolean isTitled;
        private final Optional<LocalDate> known;
        private final List<Span> paragraphs;
        private final Set<Integer> taken = new HashSet<>();
        private final List<Span> furniture = new ArrayList<>();
        private int titleIndex = -1;
        private Optional<String> byline = Optional.empty();
        private Optional<String> outlet = Optional.empty();
        private Optional<Time> published = Optional.empty();
        private Optional<Time> updated = Optional.empty();

        Reader(String text, boolean isTitled, Optional<LocalDate> known) {
            this.text = text;
            this.isTitled = isTitled;
            this.known = known;
            this.paragraphs = Paragraphs.of(text);
        }

        Head read() {
            int head = Math.min(HEAD, paragraphs.size());
            for (int i = 0; i < head; i++) if (!(isTitled && i == 0)) takeCertain(i, true);
            for (int i = Math.max(head, paragraphs.size() - FOOT); i < paragraphs.size(); i++) takeCertain(i, false);
            takeTitle(head);
            takeLoose(head);
            for (int i = 0; i < paragraphs.size(); i++) {
                if (!taken.contains(i) && i != titleIndex && NewsWords.isBoilerplate(in(i))) take(i);
            }
            Optional<Dateline> dateline = takeDateline(head);
            for (int i = 0; i < paragraphs.size(); i++) {
                int start = paragraphs.get(i).start();
                int marker = markerLength(in(i));
                if (marker > 0 && !taken.contains(i)) furniture.add(new Span(start, start + marker));
            }
            furniture.sort(null);
            Optional<String> title = titleIndex < 0
                    ? Optional.empty()
                    : Optional.of(in(titleIndex)
                            .substring(markerLength(in(titleIndex)))
                            .replaceAll("\\s*\\n\\s*", " ")
                            .strip());
            Time time = published.or(() -> updated).orElse(Time.UNKNOWN);
            return new Head(title, byline, outlet, dateline, time, furniture);
        }

        /** Lines with a day or a "By". */
        private void takeCertain(int i, boolean isHead) {
            Optional<FurnitureLine> line = FurnitureLine.parse(in(i)).filter(FurnitureLine::isCertain);
            if (line.isPresent()) take(i, line.get(), isHead);
        }

        private void takeTitle(int head) {
            if (isTitled) {
                titleIndex = 0;
                return;
            }
            for (int i = 0; i < head; i++) {
                if (taken.contains(i)) continue;
                int index = i;
                boolean isBeforeTitle = i + 1 < paragraphs.size() && couldBeTitle(i + 1);
                if (isLabel(in(i)) && (NewsWords.isSection(in(i)) || isBeforeTitle && !in(i).contains(" "))) {
                    take(i);
                } else if (NewsWords.isBoilerplate(in(i))) {
                    take(i);
                } else if (isBeforeTitle && NewsWords.isOutlet(in(i))) {
                    take(i);
                    outlet = outlet.or(() -> Optional.of(in(index)));
                } else {
                    if (couldBeTitle(i)) titleIndex = i;
                    return;
                }
            }
        }

        /** Names and labels between title and first sentence. */
        private void takeLoose(int head) {
            if (titleIndex < 0) return;
            for (int i = titleIndex + 1; i < head && i + 1 < paragraphs.size(); i++) {
                if (taken.contains(i)) continue;
                String line = in(i);
                if (NewsWords.isSection(line)) {
                    take(i);
                    continue;
                }
                Optional<FurnitureLine> parsed = FurnitureLine.parse(line);
                boolean isBesideFurniture = taken.contains(i - 1) || taken.contains(i + 1);
                boolean isName = byline.isEmpty()
                        && (isCapitals(line) || isBesideFurniture)
                        && parsed.flatMap(FurnitureLine::byline)
                                .filter(FurnitureLine.plain(line)::startsWith)
                                .isPresent();
                boolean isWithOutlet =
                        parsed.isPresent() && parsed.get().outlet().isPresent();
                if (isName || isWithOutlet) {
                    take(i, parsed.get(), true);
                } else if (isLabel(line)) {
                    take(i);
                } else if (line.length() > LONGEST_TITLE || endsWithStop(line)) {
                    return; // the report has begun
                }
            }
        }

        private Optional<Dateline> takeDateline(int head) {
            boolean isFirst = true;
            int tried = 0;
            for (int i = 0; i < head && tried < 4; i++) {
                if (taken.contains(i) || i == titleIndex) continue;
                tried++;
                Optional<DatelineHead> found = DatelineHead.at(in(i));
                if (found.isPresent() && (found.get().isCertain() || isFirst && isLead(i, found.get()))) {
                    return dateline(i, found.get());
                }
                isFirst = isFirst && !endsWithStop(in(i));
            }
            return Optional.empty();
        }

        private Optional<Dateline> dateline(int i, DatelineHead found) {
            int start = paragraphs.get(i).start();
            furniture.add(new Span(start, start + found.end()));
            if (outlet.isEmpty()) outlet = found.agency();
            Optional<WrittenDay> written = found.day();
            Optional<LocalDate> full = written.flatMap(WrittenDay::day);
            if (full.isPresent() && known.isEmpty() && published.isEmpty() && updated.isEmpty()) {
                int place = found.place().map(String::length).orElse(0);
                Span words = Span.ofStripped(
                                text, start + place + 1, start + written.get().end())
                        .orElse(new Span(start, start + found.end()));
                published = Optional.of(inferred(full.get(), "the day of the dateline", words));
            }
            Optional<LocalDate> base =
                    known.or(() -> published.or(() -> updated).flatMap(Time::day));
            Optional<LocalDate> day = written.flatMap(w -> w.day().or(() -> base.flatMap(w::before)));
            return Optional.of(new Dateline(found.place(), day));
        }

        private void take(int i) {
            taken.add(i);
            furniture.add(paragraphs.get(i));
        }

        private void take(int i, FurnitureLine line, boolean isHead) {
            take(i);
            byline = byline.or(line::byline);
            outlet = outlet.or(line::outlet);
            for (FurnitureLine.Day day : line.days()) {
                Optional<LocalDate> full = day.day().day();
                // a day alone at the foot may be that of a correction
                if (full.isEmpty() || !isHead && !day.isLabelled()) continue;
                int start = paragraphs.get(i).start();
                Span words = new Span(start + day.start(), start + day.day().end());
                if (day.isUpdate()) {
                    updated = updated.or(() -> Optional.of(inferred(full.get(), "the day of the update", words)));
                } else {
                    published = published.or(() -> Optional.of(Time.of(full.get(), full.get(), Basis.STATED, words)));
                }
            }
        }

        private static Time inferred(LocalDate day, String because, Span words) {
            return new Time(Optional.of(day), Optional.of(day), Basis.INFERRED, List.of(because), Optional.of(words));
        }

        private boolean couldBeTitle(int i) {
            String line = in(i);
            return i + 1 < paragraphs.size()
                    && line.length() <= LONGEST_TITLE
                    && line.chars().anyMatch(Character::isLetter)
                    && !endsWithStop(line)
                    && !line.endsWith(",")
                    && !line.endsWith(":")
                    && DatelineHead.at(line).filter(DatelineHead::isCertain).isEmpty();
        }

        /** A place that only a colon or a dash shows: before a paragraph too long for "Rassendyll: We shall not yield". */
        private boolean isLead(int i, DatelineHead found) {
            int shortest = titleIndex >= 0 ? SHORTEST_LEAD : SHORTEST_LEAD_UNTITLED;
            return paragraphs.get(i).length() >= shortest
                    && endsWithStop(in(i))
                    && "\"'“‘«".indexOf(in(i).charAt(found.end())) < 0
                    && !isTranscript(found);
        }

        /** Whether another paragraph begins with a name and a colon: then these are speakers, not places. */
        private boolean isTranscript(DatelineHead found) {
            if (found.place().filter(place -> place.split("[ ,]+").length > 2).isPresent()) return true;
            int labelled = 0;
            for (Span paragraph : paragraphs) {
                String opening =
                        text.substring(paragraph.start(), Math.min(paragraph.end(), paragraph.start() + LONGEST_LABEL));
                if (opening.contains(": ") && Character.isUpperCase(opening.codePointAt(0))) labelled++;
            }
            return labelled > 1;
        }

        /** One to three words in capitals, or the words of a section. */
        private static boolean isLabel(String line) {
            return NewsWords.isSection(line)
                    || isCapitals(line) && line.split("\\s+").length <= 3 && !endsWithStop(line) && line.length() <= 40;
        }

        private static boolean isCapitals(String line) {
            return line.chars().anyMatch(Character::isUpperCase) && line.chars().noneMatch(Character::isLowerCase);
        }

        /** The number signs that Markdown puts before a heading. */
        private static int markerLength(String line) {
            int length = 0;
            while (length < line.length() && line.charAt(length) == '#') length++;
            return length <= 6 && length < line.length() && line.charAt(length) == ' ' ? length : 0;
        }

        /** A full stop, also before closing marks; not that of "U.S.". */
        private static boolean endsWithStop(String line) {
            int end = line.length();
            while (end > 0 && "\"'”’»)]".indexOf(line.charAt(end - 1)) >= 0) end--;
            if (end == 0 || line.charAt(end - 1) != '.') return false;
            boolean isDotted = end >= 4
                    && line.charAt(end - 3) == '.'
                    && Character.isUpperCase(line.charAt(end - 2))
                    && Character.isUpperCase(line.charAt(end - 4));
            return !isDotted;
        }

        private String in(int i) {
            return paragraphs.get(i).in(text);
        }
    }
}
