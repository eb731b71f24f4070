/**
 * Linear models over named features: how they are kept in files, applied and explained. Begin with
 * {@link org.polylogue.discourse.learning.LinearModel}.
 */
package org.polylogue.discourse.learning;
