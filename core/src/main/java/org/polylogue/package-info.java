/**
 * Polylogue reads news articles and the comments under them: who says what about whom, in which
 * tone, and who sides with whom.
 *
 * <p>Where to begin:
 *
 * <ul>
 *   <li>{@link org.polylogue.corpus.CorpusReader} turns files into {@link
 *       org.polylogue.model.Conversation}s;
 *   <li>an {@link org.polylogue.pipeline.Analysis} asks a question of one, a {@link
 *       org.polylogue.pipeline.Scope} remembers the answers, and a {@link
 *       org.polylogue.pipeline.Pipeline} does so for a whole corpus;
 *   <li>{@code org.polylogue.discourse.DiscourseAnalysis} is all analyses of discourse together;
 *   <li>{@link org.polylogue.language.LanguageEngine} is the port to a tagger and parser, {@code
 *       org.polylogue.corenlp.CoreNlpEngine} the engine for English.
 * </ul>
 *
 * <p>All offsets count UTF-16 code units of the original text, see {@link org.polylogue.text.Span}.
 */
package org.polylogue;
