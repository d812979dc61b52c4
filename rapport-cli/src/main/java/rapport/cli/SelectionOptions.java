package rapport.cli;

import java.util.EnumMap;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Option;
import picocli.CommandLine.TypeConversionException;
import rapport.ontology.EventType;
import rapport.ontology.Modality;
import rapport.ontology.QuadClass;
import rapport.storyline.Selection;

/** Which events a series counts. Each option may be given several times. */
final class SelectionOptions {

    @Option(
            names = "--class",
            paramLabel = "CLASS",
            converter = Classes.class,
            description = "Only verbal, material, cooperation or conflict; or two in one word: verbalConflict.")
    private List<Named> classes = List.of();

    @Option(
            names = "--type",
            paramLabel = "TYPE",
            converter = Types.class,
            description = "Only events of this type, as CONSULT.")
    private List<EventType> types = List.of();

    @Option(
            names = "--modality",
            paramLabel = "MODALITY",
            converter = Modalities.class,
            description = "Events of this modality and not what is done, as planned.")
    private List<Modality> modalities = List.of();

    @Option(names = "--outlet", paramLabel = "OUTLET", description = "Only what this outlet tells.")
    private List<String> outlets = List.of();

    @Option(names = "--told", description = "Only what is told.")
    private boolean told;

    @Option(names = "--claimed", description = "Only what one side claims.")
    private boolean claimed;

    Selection selection() {
        Set<QuadClass> chosen = EnumSet.noneOf(QuadClass.class);
        classes.forEach(named -> chosen.addAll(named.classes));
        return new Selection(
                chosen,
                Set.copyOf(types),
                Set.copyOf(modalities),
                new TreeSet<>(outlets),
                told == claimed ? Optional.empty() : Optional.of(told));
    }

    /** What one word names: "verbal" two classes, "verbalConflict" one. */
    record Named(Set<QuadClass> classes) {

        Named {
            classes = Set.copyOf(classes);
        }
    }

    static final class Classes implements ITypeConverter<Named> {

        private static final Map<String, Set<QuadClass>> NAMED = named();

        private static Map<String, Set<QuadClass>> named() {
            Map<String, Set<QuadClass>> named = new LinkedHashMap<>();
            named.put("verbal", EnumSet.of(QuadClass.VERBAL_COOPERATION, QuadClass.VERBAL_CONFLICT));
            named.put("material", EnumSet.of(QuadClass.MATERIAL_COOPERATION, QuadClass.MATERIAL_CONFLICT));
            named.put("cooperation", EnumSet.of(QuadClass.VERBAL_COOPERATION, QuadClass.MATERIAL_COOPERATION));
            named.put("conflict", EnumSet.of(QuadClass.VERBAL_CONFLICT, QuadClass.MATERIAL_CONFLICT));
            Map<QuadClass, String> single = new EnumMap<>(QuadClass.class);
            single.put(QuadClass.VERBAL_COOPERATION, "verbalCooperation");
            single.put(QuadClass.MATERIAL_COOPERATION, "materialCooperation");
            single.put(QuadClass.VERBAL_CONFLICT, "verbalConflict");
            single.put(QuadClass.MATERIAL_CONFLICT, "materialConflict");
            single.forEach((quadClass, name) -> named.put(name, EnumSet.of(quadClass)));
            return named;
        }

        @Override
        public Named convert(String value) {
            Set<QuadClass> classes = NAMED.get(value);
            if (classes == null) throw unknown(value, NAMED.keySet().stream());
            return new Named(classes);
        }
    }

    /** In any case: types are written in capitals, and few type them so. */
    static final class Types implements ITypeConverter<EventType> {
        @Override
        public EventType convert(String value) {
            return Stream.of(EventType.values())
                    .filter(type -> type.name().equals(value.toUpperCase(Locale.ROOT)))
                    .findFirst()
                    .orElseThrow(
                            () -> unknown(value, Stream.of(EventType.values()).map(EventType::name)));
        }
    }

    static final class Modalities implements ITypeConverter<Modality> {
        @Override
        public Modality convert(String value) {
            return Stream.of(Modality.values())
                    .filter(modality -> modality.code().equals(value))
                    .findFirst()
                    .orElseThrow(
                            () -> unknown(value, Stream.of(Modality.values()).map(Modality::code)));
        }
    }

    private static TypeConversionException unknown(String value, Stream<String> allowed) {
        return new TypeConversionException("found \"" + value + "\", expected " + String.join(", ", allowed.toList()));
    }
}
