/**
 * Document-feature matrices: how often each unit of a corpus has each feature. Begin with {@link
 * org.polylogue.lexis.matrix.FeatureMatrix}.
 */
package org.polylogue.lexis.matrix;
