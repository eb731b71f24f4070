/**
 * Models adapted to a question by coded rows: they begin with what the machine answered and learn
 * where it errs. Begin with {@link org.polylogue.validation.learning.Adaptation}; {@link
 * org.polylogue.validation.learning.AdaptedAnalysis} applies a model.
 */
package org.polylogue.validation.learning;
