/**
 * Numbers of a whole from labels of a machine and a sample of codes of people: corrected means,
 * differences and regressions, and shares with intervals. Nothing here knows of text. Begin with
 * {@link org.polylogue.validation.estimate.CorrectedEstimates}.
 */
package org.polylogue.validation.estimate;
