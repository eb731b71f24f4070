/**
 * A language model behind HTTP as a judge of rows. Begin with {@link
 * org.polylogue.judging.LanguageModelJudge}; {@link org.polylogue.judging.AnswerRecord} keeps what
 * it answered.
 */
package org.polylogue.judging;
