/**
 * Numbers of a whole from labels of a machine and a sample of codes of people: corrected means,
 * differences and regressions, and shares with intervals. Nothing here knows of text.
 */
package org.polylogue.validation.estimate;
