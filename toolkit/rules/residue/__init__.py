"""What the machine left behind: Chinese, broken encodings, placeholders, empty brackets, words said twice."""
