/**
 * Results as a database: the rows of the tables, with keys, types and views. Needs the driver of
 * DuckDB or SQLite on the class path.
 */
package org.polylogue.results.database;
