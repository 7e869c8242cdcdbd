/** The thread that reads and writes workbooks: in the build, a file of its own beside whichever one imports this. */
export const workbookThreadUrl = new URL('./workbook-thread.js', import.meta.url);
