"""Disclosures for tests and benchmarks: invented bodies, years that connect, planted slips with their truth.

    python -m benchmarks.disclosures FOLDER --documents 2000 --years 3 --seed 1 --slips 0.1

The same arguments give the same bytes. ``manifest.jsonl`` beside the documents says of each what it is and what is wrong with it.
"""
