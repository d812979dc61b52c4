package rapport.web.page;

import java.util.List;
import java.util.Map;
import rapport.record.Correction;

/**
 * What has somebody else said meanwhile, and what is to stand?
 *
 * @param newer what the reviewer has not seen, oldest first
 * @param yours what he sent, in words: field and value
 * @param again the form as he sent it, but that he has seen the newer ones now
 */
public record ConflictPage(
        Edition edition,
        String of,
        List<Correction> newer,
        Map<String, String> yours,
        Map<String, List<String>> again) {}
