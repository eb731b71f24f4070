/**
 * Everything found in an article and its comments as a line of JSON, and back: {@link
 * org.polylogue.results.DiscourseJson} for a line, {@link org.polylogue.results.Results} for a
 * folder that {@code polylogue analyze} wrote. Begin with {@link org.polylogue.results.Results}.
 */
package org.polylogue.results;
