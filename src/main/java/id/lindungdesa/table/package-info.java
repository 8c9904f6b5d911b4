/**
 * Lists that officials bring from their spreadsheets: villages, workers, amounts, offices. Whatever the spreadsheet made
 * of them (separators, byte order marks, quotes, an Excel workbook) they arrive as rows with a line number. A row that
 * cannot be read is named and the rest goes on. What they take away is a workbook.
 */
@org.springframework.modulith.ApplicationModule(displayName = "Table", allowedDependencies = "refusal")
package id.lindungdesa.table;
