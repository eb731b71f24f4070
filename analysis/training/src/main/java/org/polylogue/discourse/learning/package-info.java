/** Solvers and cross-validation for linear models. */
package org.polylogue.discourse.learning;
