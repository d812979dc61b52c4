package rapport.analysis.mention;

import rapport.ontology.MentionForm;
import rapport.record.Span;

/**
 * Words taken for a mention, before it is known whom they stand for.
 *
 * @param passage place of the reading in its layer; links exist only inside one
 * @param form as the reader sees it
 */
record Found(Span span, MentionForm form, int passage) {}
