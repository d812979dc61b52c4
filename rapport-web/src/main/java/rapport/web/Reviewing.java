package rapport.web;

import java.time.Clock;
import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;
import rapport.store.Snapshot;
import rapport.web.page.AgreementPage;

/**
 * What reviewing needs from whoever puts the program together.
 *
 * @param clock for the time at which something is said
 * @param tokens another one at each call, also after a restart
 * @param agreement how far reviewers agree: the web does not know how that is measured
 */
public record Reviewing(
        Clock clock, Supplier<String> tokens, Function<Snapshot, List<AgreementPage.Figures>> agreement) {}
