package org.polylogue.discourse.quotation;

import java.util.List;
import org.polylogue.discourse.quotation.AttributionTraining.Attribution;
import org.polylogue.model.Article;

/**
 * An article with its annotated attributions.
 *
 * @param file the name of its text file
 * @param article its text, one paragraph a line
 * @param attributions by the first annotator, in the order of the file
 */
public record PolnearArticle(String file, Article article, List<Attribution> attributions) {}
