/**
 * What makes the shipped models. Each {@link org.polylogue.training.Trainer} lies in the package of
 * what it trains for, so that it sees the same features; nobody who only uses the models needs this
 * module, nor the solvers behind it.
 */
package org.polylogue.training;
