package org.polylogue.discourse.thread;

import java.util.OptionalDouble;

/**
 * The shape of a tree of comments. Its root is the article for a whole conversation and the first
 * comment for one thread.
 *
 * @param comments how many comments it has; the article is none
 * @param depth the longest way from the root down, in replies: 0 for a root alone
 * @param breadth the largest number of nodes at the same distance below the root, 0 for a root
 *     alone
 * @param leaves nodes that nobody answered, the root too if it is alone
 * @param branching mean number of direct answers to a node that has any; empty for a root alone
 * @param structuralVirality mean distance between two different nodes, counted in replies: from 1
 *     for a pair over just below 2 for a star of many to (nodes + 1) / 3 for a chain; empty for a
 *     root alone. Goel, Anderson, Hofman and Watts, "The Structural Virality of Online Diffusion",
 *     Management Science 62(1), 2016, doi:10.1287/mnsc.2015.2158, where it is the Wiener index
 *     divided by the number of pairs
 */
public record ThreadShape(
    int comments,
    int depth,
    int breadth,
    int leaves,
    OptionalDouble branching,
    OptionalDouble structuralVirality) {}
