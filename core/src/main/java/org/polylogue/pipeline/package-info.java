/**
 * The engine: analyses composed by construction, a scope that computes each result once, and a
 * pipeline that runs documents in order, in parallel and in bounded memory.
 */
package org.polylogue.pipeline;
