/**
 * Results as a database: the rows of the tables, with keys, types and views. Needs the driver of
 * DuckDB or SQLite on the class path. Begin with {@link
 * org.polylogue.results.database.ResultsDatabase}.
 */
package org.polylogue.results.database;
