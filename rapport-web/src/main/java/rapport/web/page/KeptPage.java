package rapport.web.page;

import java.util.List;
import java.util.Map;

/**
 * A correction from a page of an earlier session: is it to be stored now?
 *
 * @param yours what was sent, in words: field and value
 * @param again the form as it was sent, but of this session
 */
public record KeptPage(Reviewer reviewer, Map<String, String> yours, Map<String, List<String>> again) {}
