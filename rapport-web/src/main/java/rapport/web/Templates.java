package rapport.web;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import java.util.Map;

/** Lays pages out by the templates that the build has compiled; the only door to their library. */
final class Templates {

    private final TemplateEngine engine = TemplateEngine.createPrecompiled(ContentType.Html);

    /** @param template its name without ending */
    String html(String template, Map<String, Object> parameters) {
        StringOutput out = new StringOutput(16_384);
        engine.render(template + ".jte", parameters, out);
        return out.toString();
    }
}
