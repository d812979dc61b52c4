package rapport.web.account;

import java.time.Instant;

/**
 * Somebody who is signed in.
 *
 * @param form what every form of this session bears, and nobody else can know
 * @param until when it ends at the latest
 */
public record Session(Account account, String form, Instant until) {}
