package rapport.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Supplier;
import rapport.actor.ActorDictionary;
import rapport.analysis.Pipeline;
import rapport.analysis.Stage;
import rapport.analysis.attribution.AttributionStage;
import rapport.analysis.event.EventStage;
import rapport.analysis.mention.MentionStage;
import rapport.analysis.mention.NameStage;
import rapport.analysis.place.PlaceStage;
import rapport.analysis.reader.Model;
import rapport.analysis.reader.ReaderStage;
import rapport.analysis.statement.StatementStage;
import rapport.analysis.text.SentenceStage;
import rapport.analysis.time.TimeStage;
import rapport.record.Format;

/**
 * Everything put together: dictionary, model and stages in order.
 *
 * <p>Threads: may be shared.
 */
record Assembly(ActorDictionary dictionary, Model model, Pipeline pipeline, Format format) implements AutoCloseable {

    private static final String PROGRAM = "rapport 0.1.0";

    static Assembly shipped() {
        return together(ActorDictionary::shipped, Model::shipped);
    }

    /**
     * @param actors the user's actor files
     * @param model a model file; the shipped one if empty
     */
    static Assembly of(List<Path> actors, Optional<Path> model) throws IOException {
        Optional<Model> given = model.isPresent() ? Optional.of(Model.of(model.get())) : Optional.empty();
        return together(() -> ActorDictionary.shippedWith(actors), () -> given.orElseGet(Model::shipped));
    }

    /** The model beside all else: each takes a good part of a second, which the first record waits for. */
    private static Assembly together(Supplier<ActorDictionary> actors, Supplier<Model> model) {
        CompletableFuture<Model> loading = CompletableFuture.supplyAsync(model);
        try {
            ActorDictionary dictionary = actors.get();
            List<Stage> beforeReading = List.of(new SentenceStage(), new NameStage(dictionary));
            List<Stage> afterReading = List.of(
                    new MentionStage(dictionary),
                    new TimeStage(),
                    new PlaceStage(),
                    new AttributionStage(),
                    new StatementStage(),
                    new EventStage());
            return of(dictionary, beforeReading, loading.join(), afterReading);
        } catch (CompletionException e) {
            if (e.getCause() instanceof RuntimeException cause) throw cause;
            throw e;
        } catch (RuntimeException e) {
            loading.thenAccept(Model::close);
            throw e;
        }
    }

    private static Assembly of(
            ActorDictionary dictionary, List<Stage> beforeReading, Model model, List<Stage> afterReading) {
        List<Stage> stages = new ArrayList<>(beforeReading);
        stages.add(new ReaderStage(model));
        stages.addAll(afterReading);
        Pipeline pipeline = new Pipeline(stages, TimeStage::infer);
        // the dictionary is part of the codebook: with other actor files the same text is coded differently
        String codebook = "plover-2.0 actors-" + dictionary.digest();
        return new Assembly(dictionary, model, pipeline, new Format(Format.VERSION, PROGRAM, codebook, model.name()));
    }

    /** The format of commands that code nothing; nothing is stored under it. */
    static Format unread() {
        return new Format(Format.VERSION, PROGRAM, "none", "none");
    }

    @Override
    public void close() {
        model.close();
    }
}
